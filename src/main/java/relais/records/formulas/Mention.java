package relais.records.formulas;

import relais.records.types.Field;

/** A place in a formula that reads differently in each language: how it is kept is how English programs write it. */
sealed interface Mention {
    int at();

    int end();

    record OfField(int at, int end, Field field) implements Mention {}

    record OfFunction(int at, int end, Function function) implements Mention {}

    record OfWord(int at, int end, Keyword word) implements Mention {}

    record OfSeparator(int at, int end) implements Mention {}

    /** A sign or a literal that is kept in one spelling. */
    record Plain(int at, int end, String spelling) implements Mention {}
}

package relais.records.formulas;

import org.jspecify.annotations.Nullable;

/** A part of a formula whose type is known and that can be evaluated. */
interface Node {
    /** What sort of value it makes. */
    Kind kind();

    /** Where it begins in the text. */
    int at();

    /** Where it ends in the text. */
    int end();

    /** Its value for a record; null when it is empty. */
    @Nullable
    Object value(Run run);
}

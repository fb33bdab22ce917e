package relais.records.formulas;

import java.util.List;
import java.util.Locale;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;

/** One formula in several spellings: kept with the names of fields and English functions, shown in the reader's words. */
final class Wording {
    private Wording() {}

    /** How it is kept. */
    static String kept(String text, List<Mention> mentions) {
        return respelled(text, mentions, Wording::kept);
    }

    /** How it is shown in this language. */
    static String shown(String text, List<Mention> mentions, ObjectType type, Names names, Locale language) {
        boolean french = language.getLanguage().equals("fr");
        return respelled(text, mentions, m -> shown(m, type, names, french));
    }

    private interface Spelling {
        String of(Mention mention);
    }

    private static String respelled(String text, List<Mention> mentions, Spelling spelling) {
        var ordered = mentions.stream()
                .sorted((a, b) -> Integer.compare(a.at(), b.at()))
                .toList();
        var made = new StringBuilder();
        int from = 0;
        for (var mention : ordered) {
            made.append(text, from, mention.at()).append(spelling.of(mention));
            from = mention.end();
        }
        return made.append(text.substring(from)).toString();
    }

    private static String kept(Mention mention) {
        return switch (mention) {
            case Mention.OfField f -> field(f.field().name());
            case Mention.OfFunction f -> f.function().name();
            case Mention.OfWord w -> w.word().english();
            case Mention.OfSeparator s -> ",";
            case Mention.Plain p -> p.spelling();
        };
    }

    private static String shown(Mention mention, ObjectType type, Names names, boolean french) {
        return switch (mention) {
            case Mention.OfField f -> label(f.field(), type, names);
            case Mention.OfFunction f ->
                french ? f.function().french() : f.function().name();
            case Mention.OfWord w -> french ? w.word().french() : w.word().english();
            case Mention.OfSeparator s -> french ? ";" : ",";
            case Mention.Plain p -> p.spelling();
        };
    }

    /** The label as it may stand in a formula, if it means this field alone; else the field's own name. */
    private static String label(Field field, ObjectType type, Names names) {
        var label = Labels.field(type, field);
        boolean clear =
                names.find(label).filter(f -> f.name().equals(field.name())).isPresent();
        return clear && label.indexOf(']') < 0 ? field(label) : field(field.name());
    }

    /** A name as it stands in a formula: in brackets unless it is one plain word. */
    static String field(String name) {
        boolean word = name.matches("[\\p{L}_][\\p{L}\\p{N}_.]*")
                && Keyword.of(new Token(Token.Type.WORD, name, 0, 0)).isEmpty();
        return word ? name : "[" + name + "]";
    }
}

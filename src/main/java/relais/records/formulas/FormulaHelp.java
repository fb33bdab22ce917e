package relais.records.formulas;

import java.util.List;
import java.util.Locale;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.ui.Words;

/** What somebody who writes a formula can pick from. */
public final class FormulaHelp {
    private FormulaHelp() {}

    /** One function: as it is typed, and what it does. */
    public record Entry(String name, String help) {}

    /** All functions in the words of this language. */
    public static List<Entry> functions(Locale language) {
        boolean french = language.getLanguage().equals("fr");
        return Functions.ALL.stream()
                .map(f -> new Entry(french ? f.french() : f.name(), Words.t("formula.help." + f.name())))
                .toList();
    }

    /** A field as it is typed: its label when it means this field alone, else its name. */
    public static String spelled(ObjectType type, Field field) {
        var label = Labels.field(type, field);
        boolean clear = new Names(type, f -> true)
                .find(label)
                .filter(f -> f.name().equals(field.name()))
                .isPresent();
        return Wording.field(clear && label.indexOf(']') < 0 ? label : field.name());
    }
}

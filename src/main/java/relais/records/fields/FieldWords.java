package relais.records.fields;

import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Face;
import relais.ui.Words;

/** How types of fields are called and drawn. */
final class FieldWords {
    private FieldWords() {}

    static String icon(FieldType type) {
        return switch (type) {
            case TEXT -> "type";
            case LONG_TEXT -> "notebook-pen";
            case NUMBER -> "hash";
            case LINKS -> "network";
            case PERCENT -> "percent";
            case DURATION -> "timer";
            case RATING -> "star";
            case URL -> "globe";
            case FILE -> "paperclip";
            case ADDRESS -> "map-pin";
            case DATE -> "calendar";
            case INSTANT -> "clock";
            case CHOICE -> "circle-dot";
            case CHOICES -> "list-checks";
            case BOOLEAN -> "toggle-left";
            case MONEY -> "coins";
            case LINK -> "link";
            case USER -> "user-round-check";
            case SITE -> "store";
            case TAGS -> "tags";
            case COLLECTION -> "contact";
        };
    }

    static String icon(Field field) {
        return switch (field.derivation()) {
            case null -> icon(field.type());
            case Derivation.Formula formula -> "square-function";
            case Derivation.RollUp rollUp -> "sigma";
        };
    }

    /** Where a field of the workspace's own is changed: formulas and roll-ups have forms of their own. */
    static String place(Field field) {
        return switch (field.derivation()) {
            case null -> "/fields/";
            case Derivation.Formula formula -> "/formulas/";
            case Derivation.RollUp rollUp -> "/rollups/";
        };
    }

    static String type(FieldType type) {
        return Words.t("fields.type." + type.name());
    }

    /** The type of one field, with the number of its choices or the object it leads to. */
    static String type(ObjectTypes types, Field field) {
        if (field.derivation() != null) {
            boolean formula = field.derivation() instanceof Derivation.Formula;
            return Words.t(formula ? "fields.type.formula.of" : "fields.type.rollup.of", type(field.type()));
        }
        if (field.type() == FieldType.LINK || field.type() == FieldType.LINKS) {
            var target = field.target() == null
                    ? ""
                    : types.find(field.target()).map(Labels::object).orElse("");
            return target.isEmpty() ? type(field.type()) : Words.t("fields.type.of", type(field.type()), target);
        }
        boolean choices = field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES;
        return choices
                ? Words.t(
                        "fields.type." + field.type().name() + ".of",
                        field.choices().size())
                : type(field.type());
    }

    static String rule(ObjectType type, Field field) {
        var own = DerivedView.words(field);
        if (!own.isEmpty()) {
            return own;
        }
        if (field.has(Field.Trait.COMPUTED)) {
            return Words.t("fields.rule.computed");
        }
        if (field.has(Field.Trait.UNIQUE)) {
            return Words.t("fields.rule.unique");
        }
        return field.has(Field.Trait.REQUIRED) ? Words.t("fields.rule.required") : "";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Face.language()) + text.substring(1);
    }
}

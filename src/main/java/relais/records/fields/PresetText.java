package relais.records.fields;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.records.formulas.Formula;
import relais.records.formulas.FormulaChecks;
import relais.records.types.Field;
import relais.records.types.FieldInput;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** A default as it is typed: a value in the field's own words, or a formula behind an equals sign. */
final class PresetText {
    private PresetText() {}

    /** What was typed, as it is kept, or why it can't be. */
    record Read(@Nullable String kept, @Nullable String problem) {}

    static Read read(ObjectType type, Field field, String typed, Locale locale) {
        if (typed.isEmpty()) {
            return new Read(null, null);
        }
        if (typed.startsWith("=")) {
            return switch (FormulaChecks.preset(typed.substring(1), type, field)) {
                case Formula.Reading.Good good -> new Read("=" + good.formula().kept(), null);
                case Formula.Reading.Bad bad -> new Read(null, bad.mistake().sentence());
            };
        }
        return switch (FieldInput.read(field, typed, locale)) {
            case FieldInput.Result.Value value -> constant(value.value());
            case FieldInput.Result.Bad bad -> new Read(null, Labels.problem(bad.problem()));
        };
    }

    private static Read constant(JsonNode value) {
        return Values.empty(value)
                ? new Read(null, Words.t("fields.rules.preset.none"))
                : new Read(Values.json(value), null);
    }

    static String shown(ObjectType type, Field field, @Nullable String kept, Locale locale) {
        if (kept == null) {
            return "";
        }
        if (kept.startsWith("=")) {
            return "= " + FormulaChecking.shown(kept.substring(1).strip(), type);
        }
        return Optional.ofNullable(Values.parseOrNull(kept))
                .map(v -> plain(type, field, v))
                .orElse("");
    }

    private static String plain(ObjectType type, Field field, JsonNode value) {
        return switch (field.type()) {
            case CHOICE, CHOICES, BOOLEAN, MONEY, NUMBER, TAGS, PERCENT, DURATION, RATING, ADDRESS, FILE, LINKS ->
                ValueText.of(type, field, value, Map.of());
            case TEXT, LONG_TEXT, DATE, INSTANT, LINK, USER, SITE, COLLECTION, URL -> value.asString("");
        };
    }
}

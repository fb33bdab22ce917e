package relais.records.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import relais.platform.text.Fold;
import relais.records.types.Choice;
import relais.records.types.ChoiceLines;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.OwnObject;

/** A field as an administrator describes it in the form. */
public record FieldForm(
        String labelFr,
        String labelEn,
        @Nullable FieldType type,
        String section,
        boolean required,
        List<Line> choices,
        String target) {
    /** The types that a workspace may give its own fields. */
    static final List<FieldType> TYPES = List.of(
            FieldType.TEXT,
            FieldType.LONG_TEXT,
            FieldType.NUMBER,
            FieldType.MONEY,
            FieldType.DATE,
            FieldType.CHOICE,
            FieldType.CHOICES,
            FieldType.BOOLEAN,
            FieldType.PERCENT,
            FieldType.DURATION,
            FieldType.RATING,
            FieldType.URL,
            FieldType.ADDRESS,
            FieldType.FILE,
            FieldType.USER,
            FieldType.LINK,
            FieldType.LINKS);

    private static final int LONGEST = 60;
    private static final int MOST_CHOICES = 200;

    /** One choice: its code (empty for a new one) and its words. */
    public record Line(String code, String fr, String en) {}

    /** The form of a new field: of the first part of the card when the workspace made the object itself. */
    static FieldForm empty(ObjectType type) {
        var form = empty();
        return type.own() == null
                ? form
                : new FieldForm(
                        form.labelFr,
                        form.labelEn,
                        form.type,
                        OwnObject.MAIN,
                        form.required,
                        form.choices,
                        form.target);
    }

    static FieldForm empty() {
        return new FieldForm("", "", FieldType.TEXT, "custom", false, List.of(), "customer");
    }

    static FieldForm of(Field field) {
        var lines = field.choices().stream()
                .map(c -> new Line(
                        c.code(),
                        c.labels().getOrDefault("fr", c.code()),
                        c.labels().getOrDefault("en", c.code())))
                .toList();
        return new FieldForm(
                field.labels().getOrDefault("fr", ""),
                field.labels().getOrDefault("en", ""),
                field.type(),
                field.section(),
                field.has(Field.Trait.REQUIRED),
                lines,
                Objects.requireNonNullElse(field.target(), ""));
    }

    static FieldForm read(MultiValueMap<String, String> params, @Nullable FieldType fixed) {
        var type = fixed == null ? type(text(params, "type")).orElse(null) : fixed;
        return new FieldForm(
                text(params, "labelFr"),
                text(params, "labelEn"),
                type,
                text(params, "section"),
                params.containsKey("required"),
                lines(params),
                params.containsKey("target") ? text(params, "target") : empty().target());
    }

    private static Optional<FieldType> type(String name) {
        return TYPES.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    private static String text(MultiValueMap<String, String> params, String name) {
        var value = params.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static List<Line> lines(MultiValueMap<String, String> params) {
        var codes = params.getOrDefault("choiceCode", List.of());
        var french = params.getOrDefault("choiceFr", List.of());
        var english = params.getOrDefault("choiceEn", List.of());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < french.size(); i++) {
            var line = new Line(at(codes, i), word(at(french, i)), word(at(english, i)));
            if (!line.fr().isEmpty() || !line.en().isEmpty() || !line.code().isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i).strip() : "";
    }

    /** The signs that part code and languages where choices are kept do not stand in a word. */
    private static String word(String typed) {
        return typed.replaceAll("\\s*\\R\\s*", " ")
                .replaceAll("\\s+([/=])\\s+", "$1")
                .strip();
    }

    boolean choosing() {
        return type == FieldType.CHOICE || type == FieldType.CHOICES;
    }

    boolean linking() {
        return type == FieldType.LINK || type == FieldType.LINKS;
    }

    /** Message keys of what is wrong, by input. */
    Map<String, String> problems(Set<String> takenLabels, Set<String> knownCodes) {
        var problems = new LinkedHashMap<String, String>();
        if (labelFr.isEmpty() || labelFr.length() > LONGEST) {
            problems.put("labelFr", "fields.wrong.label");
        } else if (takenLabels.contains(Fold.key(labelFr))) {
            problems.put("labelFr", "fields.wrong.taken");
        }
        if (labelEn.length() > LONGEST) {
            problems.put("labelEn", "fields.wrong.label");
        }
        if (type == null) {
            problems.put("type", "fields.wrong.type");
        }
        if (choosing()) {
            wrongChoices(knownCodes).ifPresent(key -> problems.put("choices", key));
        }
        return problems;
    }

    private Optional<String> wrongChoices(Set<String> knownCodes) {
        if (choices.isEmpty()) {
            return Optional.of("fields.wrong.choices.none");
        }
        if (choices.size() > MOST_CHOICES) {
            return Optional.of("fields.wrong.choices.many");
        }
        var kept = new HashSet<String>();
        var words = new HashSet<String>();
        for (var line : choices) {
            kept.add(line.code());
            if (line.fr().isEmpty() || line.fr().length() > LONGEST || line.en().length() > LONGEST) {
                return Optional.of("fields.wrong.choices.word");
            }
            if (!words.add(Fold.key(line.fr()))) {
                return Optional.of("fields.wrong.choices.twice");
            }
        }
        return kept.containsAll(knownCodes) ? Optional.empty() : Optional.of("fields.wrong.choices.gone");
    }

    /** The choices as the field keeps them: known codes stay, new ones are made of the words. */
    String choiceLines() {
        var codes = new HashSet<>(choices.stream().map(Line::code).toList());
        var all = new ArrayList<Choice>();
        for (var line : choices) {
            var code = line.code().isEmpty() ? fresh(ChoiceLines.code(line.fr()), codes) : line.code();
            all.add(new Choice(code, Map.of("fr", line.fr(), "en", line.en().isEmpty() ? line.fr() : line.en())));
        }
        return ChoiceLines.format(all);
    }

    static String fresh(String wish, Set<String> taken) {
        var base = wish.length() > 40 ? wish.substring(0, 40) : wish;
        var code = base;
        for (int i = 2; !taken.add(code); i++) {
            code = base + "_" + i;
        }
        return code;
    }
}

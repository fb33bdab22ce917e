package relais.records.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import relais.records.imports.Mapping.NewField;
import relais.records.imports.columns.Target;
import relais.records.types.Choice;
import relais.records.types.ChoiceLines;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/**
 * The custom fields that an import makes, named before they exist, so that a dry run can already use them.
 *
 * @param type the object with these fields
 * @param mapping with their names in place of "new"
 * @param records what the writer makes of them
 */
record NewFields(ObjectType type, Mapping mapping, List<ObjectNode> records) {
    /** What a new field may hold; people, sites, links and contact points are not made from a file. */
    static final List<FieldType> TYPES = List.of(
            FieldType.TEXT,
            FieldType.LONG_TEXT,
            FieldType.NUMBER,
            FieldType.DATE,
            FieldType.CHOICE,
            FieldType.CHOICES,
            FieldType.BOOLEAN,
            FieldType.MONEY);

    private static final int LONGEST_CODE = 40;

    static NewFields plan(ObjectType type, Mapping mapping) {
        var taken = type.fields().stream().map(Field::name).collect(Collectors.toCollection(HashSet::new));
        var fields = new ArrayList<Field>();
        var records = new ArrayList<ObjectNode>();
        var resolved = mapping;
        for (int i = 0; i < mapping.columns().size(); i++) {
            var column = mapping.columns().get(i);
            var made = column.made();
            if (!column.to().equals(Target.NEW) || made == null) {
                continue;
            }
            var code = code(made.label(), taken);
            var choices = choices(made.choices());
            fields.add(field(code, made, choices));
            records.add(record(type, code, made, choices));
            resolved =
                    resolved.with(i, column.to("custom." + code, column.rule()).making(null));
        }
        return new NewFields(fields.isEmpty() ? type : type.with(fields), resolved, records);
    }

    private static String code(String label, Set<String> taken) {
        var base = ChoiceLines.code(label).replaceAll("[^a-z0-9_]", "");
        base = base.isEmpty() || !Character.isLetter(base.charAt(0)) ? "f_" + base : base;
        base = base.length() > LONGEST_CODE ? base.substring(0, LONGEST_CODE) : base;
        var code = base;
        for (int n = 2; !taken.add("custom." + code); n++) {
            code = base + "_" + n;
        }
        return code;
    }

    private static List<Choice> choices(List<String> words) {
        var codes = new LinkedHashSet<String>();
        var choices = new ArrayList<Choice>();
        for (var word : words) {
            var base = ChoiceLines.code(word);
            var code = base;
            for (int n = 2; !codes.add(code); n++) {
                code = base + "_" + n;
            }
            var label = word.replace(" / ", "/").replaceAll("\\R", " ");
            choices.add(new Choice(code, Map.of("fr", label, "en", label)));
        }
        return choices;
    }

    private static Field field(String code, NewField made, List<Choice> choices) {
        return new Field(
                "custom." + code,
                made.type(),
                new Storage.Custom(code, null),
                Map.of("fr", made.label(), "en", made.label()),
                "custom",
                choices,
                null,
                Set.of());
    }

    private static ObjectNode record(ObjectType type, String code, NewField made, List<Choice> choices) {
        var record = Values.object();
        record.put("object", type.name());
        record.put("code", code);
        record.put("type", made.type().name());
        record.put("labelFr", made.label());
        record.put("labelEn", made.label());
        if (made.type() == FieldType.CHOICE || made.type() == FieldType.CHOICES) {
            record.put("choices", ChoiceLines.format(choices));
        }
        return record;
    }
}

package relais.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import relais.records.imports.Mapping.ColumnMapping;
import relais.records.imports.Mapping.NewField;
import relais.records.imports.columns.ColumnProfile;
import relais.records.imports.columns.FileProfile;
import relais.records.imports.columns.Target;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;

/** What the mapping page sends, made into a mapping; what it does not send stays. */
record MappingForm(MultiValueMap<String, String> sent, ObjectType type, ImportSubject subject) {
    private static final int LONGEST_LABEL = 100;

    Mapping applied(Mapping mapping, FileProfile profile) {
        var columns = new ArrayList<ColumnMapping>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            columns.add(column(i, mapping.columns().get(i), profile.columns().get(i)));
        }
        return new Mapping(columns, rules(mapping.rules()), defaults(mapping.defaults()));
    }

    private ColumnMapping column(int i, ColumnMapping old, ColumnProfile profile) {
        var target = Target.of(text("target." + i, old.target()));
        if (!Proposing.offered(type, target)) {
            target = Target.SKIP;
        }
        boolean same = target.toString().equals(old.target());
        var rule = same ? rule(text("rule." + i, old.rule().name()), old.rule()) : Proposing.rule(target);
        return new ColumnMapping(
                old.header(),
                target.toString(),
                rule,
                target.equals(Target.NEW) ? made(i, old.made(), profile) : same ? old.made() : null,
                same ? words(i, old.values()) : Map.of(),
                old.order(),
                old.french());
    }

    private static Rule rule(String name, Rule otherwise) {
        for (var rule : Rule.values()) {
            if (rule.name().equals(name)) {
                return rule;
            }
        }
        return otherwise;
    }

    private NewField made(int i, @Nullable NewField old, ColumnProfile profile) {
        var proposed = old == null ? Proposing.made(profile, profile.type()) : old;
        var label = text("label." + i, proposed.label()).strip();
        var type = fieldType(text("type." + i, proposed.type().name()), proposed.type());
        var made = type == proposed.type() ? proposed : Proposing.made(profile, type);
        var named = label.isEmpty() ? profile.label() : label;
        return new NewField(
                named.length() > LONGEST_LABEL ? named.substring(0, LONGEST_LABEL) : named, type, made.choices());
    }

    private static FieldType fieldType(String name, FieldType otherwise) {
        return NewFields.TYPES.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private Map<String, String> words(int i, Map<String, String> old) {
        var words = new HashMap<>(old);
        for (int k = 0; sent.containsKey("word." + i + "." + k); k++) {
            var word = text("word." + i + "." + k, "");
            var code = text("code." + i + "." + k, "?");
            if (code.equals("?")) {
                words.remove(word);
            } else {
                words.put(word, code);
            }
        }
        return words;
    }

    /** The rules, with the one wish about them: {@code up:email}, {@code drop:email}, or another one added. */
    private List<String> rules(List<String> old) {
        var rules = new ArrayList<>(old);
        var wish = text("rules", "");
        var rule = wish.substring(wish.indexOf(':') + 1);
        int at = rules.indexOf(rule);
        if (wish.startsWith("up:") && at > 0) {
            rules.remove(at);
            rules.add(at - 1, rule);
        } else if (wish.startsWith("drop:")) {
            rules.remove(rule);
        }
        var more = text("more", "");
        if (subject.rules().contains(more) && !rules.contains(more)) {
            rules.add(more);
        }
        return rules;
    }

    private Map<String, String> defaults(Map<String, String> old) {
        var defaults = new LinkedHashMap<>(old);
        sent.forEach((name, values) -> {
            if (name.startsWith("default.")) {
                defaults.put(name.substring("default.".length()), values.getFirst());
            }
        });
        return defaults;
    }

    private String text(String name, String otherwise) {
        var value = sent.getFirst(name);
        return value == null ? otherwise : value;
    }
}

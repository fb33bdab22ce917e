package relais.records.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Dates;
import relais.records.imports.columns.Target;
import relais.records.types.FieldType;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a file becomes records.
 *
 * @param columns one per column of the file, in its order
 * @param rules by which keys existing records are recognised, in this order
 * @param defaults values of new records that no column gives
 */
record Mapping(List<ColumnMapping> columns, List<String> rules, Map<String, String> defaults) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * How one column is taken over.
     *
     * @param target see {@link Target}
     * @param made the custom field that the import makes, when the target is new; when it is skipped, the one that somebody
     *     with more rights would make
     * @param values translations of the file's values: codes, ids, or nothing to leave them out
     * @param french whether one comma before three digits begins decimals
     */
    record ColumnMapping(
            String header,
            String target,
            Rule rule,
            @Nullable NewField made,
            Map<String, String> values,
            Dates.Order order,
            boolean french) {

        ColumnMapping {
            values = Map.copyOf(values);
        }

        Target to() {
            return Target.of(target);
        }

        ColumnMapping to(String otherTarget, Rule otherRule) {
            return new ColumnMapping(header, otherTarget, otherRule, made, values, order, french);
        }

        ColumnMapping making(@Nullable NewField field) {
            return new ColumnMapping(header, target, rule, field, values, order, french);
        }

        ColumnMapping translating(Map<String, String> others) {
            return new ColumnMapping(header, target, rule, made, others, order, french);
        }
    }

    /** A custom field to make; {@code choices} are the words of its choices. */
    record NewField(String label, FieldType type, List<String> choices) {
        NewField {
            choices = List.copyOf(choices);
        }
    }

    Mapping {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
        defaults = Map.copyOf(defaults);
    }

    static Mapping parse(String json) {
        return MAPPER.readValue(json, Mapping.class);
    }

    String json() {
        return MAPPER.writeValueAsString(this);
    }

    Mapping with(int column, ColumnMapping mapping) {
        var all = new ArrayList<>(columns);
        all.set(column, mapping);
        return new Mapping(all, rules, defaults);
    }

    Mapping withRules(List<String> others) {
        return new Mapping(columns, others, defaults);
    }

    Mapping withDefaults(Map<String, String> others) {
        return new Mapping(columns, rules, others);
    }

    /** Whether some column goes to this field. */
    boolean uses(String field) {
        return columns.stream().anyMatch(c -> c.to().field().equals(field));
    }

    /** Whether some column makes a field. */
    boolean makesFields() {
        return columns.stream().anyMatch(c -> c.to().equals(Target.NEW));
    }

    /** How this field of an existing record is treated: as its first column says. */
    Rule rule(String field) {
        return columns.stream()
                .filter(c -> c.to().field().equals(field))
                .map(ColumnMapping::rule)
                .findFirst()
                .orElse(Rule.BLANK);
    }
}

package relais.records.types;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of record, described once.
 *
 * @param name singular, in JSON, rights and message keys: {@code customer}
 * @param plural in URLs: {@code customers}
 * @param table schema and table
 * @param icon name of its icon
 * @param titles the fields that name a record: the first one that is not empty does; the first is keyed by the title
 * @param listed whether it has a list of its own
 * @param relations paths to related records, found from the links of other objects
 */
public record ObjectType(
        String name,
        String plural,
        String table,
        String icon,
        List<String> titles,
        boolean listed,
        List<Field> fields,
        List<Relation> relations) {

    /**
     * A declared path to related records.
     *
     * @param name the path's name in criteria: {@code notes}
     * @param object the related object's name
     * @param table the related table
     * @param foreignKey the related table's column that points here
     */
    public record Relation(String name, String object, String table, String foreignKey) {}

    /** An object as its module describes it; its relations follow from the others. */
    public ObjectType(
            String name,
            String plural,
            String table,
            String icon,
            List<String> titles,
            boolean listed,
            List<Field> fields) {
        this(name, plural, table, icon, titles, listed, fields, List.of());
    }

    public ObjectType {
        titles = List.copyOf(titles);
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
    }

    /** The field of this name. */
    public Optional<Field> field(String fieldName) {
        for (var field : fields) {
            // A loop and no stream: an import asks a million times.
            if (field.name().equals(fieldName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The field of this name; fails when there is none, for names that come from code. */
    public Field required(String fieldName) {
        return field(fieldName).orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
    }

    /** The fields by section, in their order. */
    public Map<String, List<Field>> sections() {
        var sections = new LinkedHashMap<String, List<Field>>();
        fields.forEach(f -> sections.computeIfAbsent(f.section(), s -> new java.util.ArrayList<>())
                .add(f));
        return sections;
    }

    /** This object with the paths from others to it. */
    ObjectType related(List<Relation> paths) {
        return new ObjectType(name, plural, table, icon, titles, listed, fields, paths);
    }

    /** This object with what the workspace asks of its fields. */
    ObjectType ruled(Map<String, FieldRule> rules) {
        var ruled = fields.stream()
                .map(f -> rules.containsKey(f.name()) ? f.ruled(rules.get(f.name())) : f)
                .toList();
        return rules.isEmpty() ? this : new ObjectType(name, plural, table, icon, titles, listed, ruled, relations);
    }

    /** The fields of this object that the field's value is made of, at first or at second hand; not itself. */
    public Set<String> behind(Field field) {
        var behind = new LinkedHashSet<String>();
        var waiting = new ArrayDeque<Field>();
        waiting.add(field);
        while (!waiting.isEmpty()) {
            if (waiting.remove().derivation() instanceof Derivation.Formula formula) {
                formula.reads().stream().filter(behind::add).forEach(r -> field(r).ifPresent(waiting::add));
            }
        }
        return behind;
    }

    /** This object with more fields behind its own. */
    public ObjectType with(List<Field> more) {
        var all = new java.util.ArrayList<>(fields);
        all.addAll(more);
        return new ObjectType(name, plural, table, icon, titles, listed, all, relations);
    }
}

package relais.records.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.identity.FieldRight;
import tools.jackson.databind.node.ObjectNode;

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
 * @param own what the workspace says of it when it made the object itself; its rows share a table with others
 * @param hidden the fields left out, because whoever looks may not see them
 */
public record ObjectType(
        String name,
        String plural,
        String table,
        String icon,
        List<String> titles,
        boolean listed,
        List<Field> fields,
        List<Relation> relations,
        @Nullable OwnObject own,
        Set<String> hidden) {

    /**
     * A declared path to related records.
     *
     * @param name the path's name in criteria: {@code notes}
     * @param object the related object's name
     * @param table the related table
     * @param foreignKey the related table's column that points here; the id where links are rows of their own
     * @param link the name of the relation whose rows in {@code records.link} lead from the related record here, null
     *     when the related record's own column does
     */
    public record Relation(
            String name,
            String object,
            String table,
            String foreignKey,
            @Nullable String link) {
        /** A path along a column of the related table. */
        public Relation(String name, String object, String table, String foreignKey) {
            this(name, object, table, foreignKey, null);
        }
    }

    /** An object as its module describes it; its relations follow from the others. */
    public ObjectType(
            String name,
            String plural,
            String table,
            String icon,
            List<String> titles,
            boolean listed,
            List<Field> fields) {
        this(name, plural, table, icon, titles, listed, fields, List.of(), null, Set.of());
    }

    public ObjectType {
        titles = List.copyOf(titles);
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
        if (own != null && !name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("No code of an object: " + name);
        }
        hidden = Set.copyOf(hidden);
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
        fields.forEach(f ->
                sections.computeIfAbsent(f.section(), s -> new ArrayList<>()).add(f));
        return sections;
    }

    /** This object with the paths from others to it. */
    ObjectType related(List<Relation> paths) {
        return new ObjectType(name, plural, table, icon, titles, listed, fields, paths, own, hidden);
    }

    /** This object with what the workspace asks of its fields. */
    ObjectType ruled(Map<String, FieldRule> rules) {
        var ruled = fields.stream()
                .map(f -> rules.containsKey(f.name()) ? f.ruled(rules.get(f.name())) : f)
                .toList();
        return rules.isEmpty()
                ? this
                : new ObjectType(name, plural, table, icon, titles, listed, ruled, relations, own, hidden);
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

    /** As a condition behind others in SQL: of a table that several objects share, the rows of this one. */
    public String only(String alias) {
        return own == null ? "" : " AND " + alias + ".object = '" + name + "'";
    }

    /** This object with more fields: behind its own, or behind the name of an object that the workspace made itself. */
    public ObjectType with(List<Field> more) {
        var all = new ArrayList<>(fields);
        all.addAll(own == null ? all.size() : 1, more);
        return new ObjectType(name, plural, table, icon, titles, listed, all, relations, own, hidden);
    }

    /** This object as somebody sees it to whom these fields are closed; those it can't do without stay open. */
    ObjectType closed(Map<String, FieldRight> rights, Set<String> needed) {
        var left = new java.util.ArrayList<Field>();
        var gone = new java.util.HashSet<String>();
        for (var field : fields) {
            var right = rights.get(field.name());
            if (right == FieldRight.HIDDEN && !needed.contains(field.name())) {
                gone.add(field.name());
            } else {
                left.add(right == null ? field : field.locked());
            }
        }
        // A formula tells of what it reads.
        left.removeIf(
                f -> !needed.contains(f.name()) && behind(f).stream().anyMatch(gone::contains) && gone.add(f.name()));
        return new ObjectType(name, plural, table, icon, titles, listed, left, relations, own, gone);
    }

    /** This object as somebody sees it who may write none of it. */
    public ObjectType locked() {
        var all = fields.stream().map(Field::locked).toList();
        return new ObjectType(name, plural, table, icon, titles, listed, all, relations, own, hidden);
    }

    /** Whether any field of it may be written by whoever looks. */
    public boolean writable() {
        return fields.stream().anyMatch(Field::writable);
    }

    /** These values without those that are not to be seen, in place. */
    public ObjectNode trim(ObjectNode values) {
        hidden.forEach(values::remove);
        return values;
    }
}

package relais.records.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Storage;

/** Finds the records that the cells of link columns name. */
@Component
class LinkedRecords {
    private final DSLContext sql;
    private final ObjectTypes types;

    LinkedRecords(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** By folded text: the record with this reference, else all of this name. */
    Map<String, List<UUID>> of(String object, Collection<String> texts) {
        var type = types.of(object);
        var open = new LinkedHashSet<String>();
        texts.forEach(t -> open.add(Fold.key(t)));
        open.remove("");
        var found = new HashMap<String, List<UUID>>();
        for (var column : columns(type)) {
            found.putAll(by(type, column, open));
            open.removeAll(found.keySet());
        }
        return found;
    }

    /** The folded columns that name a record, the reference before the name. */
    private static List<String> columns(ObjectType type) {
        var references = type.fields().stream().filter(f -> f.has(Field.Trait.UNIQUE));
        var titles = type.titles().stream().map(type::required);
        return Stream.concat(references, titles)
                .flatMap(f -> f.storage() instanceof Storage.Column c ? Stream.ofNullable(c.key()) : Stream.empty())
                .distinct()
                .toList();
    }

    private Map<String, List<UUID>> by(ObjectType type, String column, Set<String> keys) {
        var found = new HashMap<String, List<UUID>>();
        if (!keys.isEmpty()) {
            sql.resultQuery(
                            "SELECT x." + column + ", x.id FROM " + type.table() + " x WHERE x.tenant_id = ? AND x."
                                    + column + " = ANY(?) AND x.deleted_at IS NULL" + type.only("x"),
                            Tenancy.id(),
                            keys.toArray(String[]::new))
                    .fetch()
                    .forEach(r -> found.computeIfAbsent(r.get(0, String.class), k -> new ArrayList<>())
                            .add(r.get(1, UUID.class)));
        }
        return found;
    }
}

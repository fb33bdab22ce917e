package relais.records.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.ObjectType;

/** Reads how fields are used: how many records hold something, which views name them. */
@Repository
class FieldQueries {
    private final DSLContext sql;

    FieldQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** How many records of the object hold something in each of its fields, among so many looked at. */
    record Fill(int records, Map<String, Integer> filled) {}

    /** Counts over at most this many living records. */
    @Transactional(readOnly = true)
    Fill fill(ObjectType type, int most) {
        var fields = type.fields().stream().toList();
        var columns = fields.stream()
                .map(f -> "count(*) FILTER (WHERE " + FilledSql.of(type, f) + ")")
                .collect(Collectors.joining(", "));
        var row = sql.resultQuery(
                        "SELECT count(*), " + columns + " FROM (SELECT * FROM " + type.table()
                                + " q WHERE q.tenant_id = ? AND q.deleted_at IS NULL" + type.only("q") + " LIMIT "
                                + most
                                + ") r WHERE r.tenant_id = ?",
                        Tenancy.id(),
                        Tenancy.id())
                .fetchSingle();
        var filled = new HashMap<String, Integer>();
        for (int i = 0; i < fields.size(); i++) {
            filled.put(fields.get(i).name(), row.get(i + 1, Integer.class));
        }
        return new Fill(row.get(0, Integer.class), filled);
    }

    /** How many records hold a value of this field, counted up to a limit. */
    @Transactional(readOnly = true)
    int holding(ObjectType type, Field field, int most) {
        return sql.resultQuery(
                        "SELECT count(*) FROM (SELECT 1 FROM " + type.table()
                                + " r WHERE r.tenant_id = ? AND r.deleted_at IS NULL" + type.only("r") + " AND "
                                + FilledSql.of(type, field)
                                + " LIMIT " + most + ") x",
                        Tenancy.id())
                .fetchSingle()
                .get(0, Integer.class);
    }

    /** A saved view: what it is called, and one text of all that it names. */
    record View(UUID id, String name, String text) {}

    /** The saved views of the object, for finding where a field serves. */
    @Transactional(readOnly = true)
    List<View> views(ObjectType type) {
        return sql.resultQuery(
                        "SELECT v.id, v.name, coalesce(v.columns, '') || ' ' || coalesce(v.criteria, '') || ' ' || coalesce(v.sort, '')"
                                + " FROM records.view v WHERE v.tenant_id = ? AND v.object = ? AND v.deleted_at IS NULL",
                        Tenancy.id(),
                        type.name())
                .fetch(r -> new View(r.get(0, UUID.class), r.get(1, String.class), r.get(2, String.class)));
    }
}

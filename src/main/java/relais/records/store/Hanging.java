package relais.records.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Storage;

/** Finds, by the descriptions alone, which records hang on others: what has to link to them, and what may. */
@Component
public class Hanging {
    private final DSLContext sql;
    private final ObjectTypes types;

    Hanging(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** A link of one object to another. */
    public record Way(ObjectType from, Field field) {
        /** Whether a record of this object can't be without it. */
        public boolean hangs() {
            return field.has(Field.Trait.REQUIRED);
        }

        /** Whether the link is one of several that its field holds. */
        public boolean many() {
            return field.type() != FieldType.LINK;
        }
    }

    /**
     * A record with what it links to.
     *
     * @param deletedAt when it went to the trash, null when it did not
     */
    public record Hung(UUID id, UUID on, @Nullable Instant deletedAt) {}

    /** All links that lead to records of this object. */
    public List<Way> ways(ObjectType type) {
        var ways = new ArrayList<Way>();
        for (var from : types.wholes()) {
            from.fields().stream()
                    .filter(f -> type.name().equals(f.target()) && f.writable())
                    .forEach(f -> ways.add(new Way(from, f)));
        }
        return ways;
    }

    /** The links by which records of this object hang on others. */
    public List<Field> holds(ObjectType type) {
        return type.fields().stream()
                .filter(f -> f.target() != null && f.writable() && f.has(Field.Trait.REQUIRED))
                .toList();
    }

    /** The records that link to these along the way, those in the trash too. */
    public List<Hung> on(Way way, Collection<UUID> ids) {
        var all = ids.toArray(UUID[]::new);
        return way.field().storage() instanceof Storage.Column column
                ? fetch(
                        "SELECT x.id, x." + column.column() + ", x.deleted_at FROM "
                                + way.from().table() + " x WHERE x.tenant_id = ? AND x." + column.column()
                                + " IS NOT NULL AND x." + column.column() + " = ANY(?)",
                        Tenancy.id(),
                        all)
                : fetch(
                        "SELECT x.id, l.to_id, x.deleted_at FROM records.link l JOIN "
                                + way.from().table() + " x ON x.tenant_id = l.tenant_id AND x.id = l.from_id"
                                + " WHERE l.tenant_id = ? AND x.tenant_id = ? AND l.relation = ? AND l.to_id = ANY(?)",
                        Tenancy.id(),
                        Tenancy.id(),
                        Links.relation(way.from(), way.field()),
                        all);
    }

    private List<Hung> fetch(String query, Object... binds) {
        return sql.resultQuery(query, binds).fetch(r -> {
            var deleted = r.get(2, OffsetDateTime.class);
            return new Hung(r.get(0, UUID.class), r.get(1, UUID.class), deleted == null ? null : deleted.toInstant());
        });
    }

    /** Of these pairs of a record and a moment those at which the record was written. */
    public List<Hung> written(Collection<Hung> candidates) {
        var moments =
                candidates.stream().map(h -> String.valueOf(h.deletedAt())).toArray(String[]::new);
        return fetch(
                "SELECT c.id, c.parent, c.at FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS timestamptz[]))"
                        + " AS c (id, parent, at) WHERE EXISTS (SELECT 1 FROM records.change h WHERE h.tenant_id = ?"
                        + " AND h.record_id = c.parent AND h.at = c.at)",
                candidates.stream().map(Hung::id).toArray(UUID[]::new),
                candidates.stream().map(Hung::on).toArray(UUID[]::new),
                moments,
                Tenancy.id());
    }
}

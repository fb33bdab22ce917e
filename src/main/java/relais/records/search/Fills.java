package relais.records.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.store.RecordStates;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;

/** Makes the terms of records that were there before the search, a part at a time. */
@Component
class Fills {
    private static final int PART = 1000;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final DSLContext sql;
    private final ObjectTypes types;
    private final RecordStates states;
    private final TermKeeper keeper;

    Fills(DSLContext sql, ObjectTypes types, RecordStates states, TermKeeper keeper) {
        this.sql = sql;
        this.types = types;
        this.states = states;
        this.keeper = keeper;
    }

    /** The objects whose records still lack terms of this edition. */
    List<ObjectType> waiting() {
        var done = sql.resultQuery(
                        "SELECT f.object FROM records.search_fill f WHERE f.tenant_id = ? AND f.edition >= ? AND f.done",
                        Tenancy.id(),
                        Terms.EDITION)
                .fetch(0, String.class);
        return types.all().stream()
                .filter(Terms::searched)
                .filter(t -> !done.contains(t.name()))
                .toList();
    }

    /** Whether anything was left to do: goes on behind the last part, in the transaction that is open. */
    boolean part(ObjectType type) {
        var ids = next(type, reached(type));
        var rows = new ArrayList<TermRow>();
        states.load(type, ids, true).values().stream()
                .filter(s -> !s.deleted())
                .forEach(s -> Terms.of(type, s.values())
                        .forEach(t -> rows.add(new TermRow(t, s.id(), type.name(), Rights.of(s)))));
        keeper.add(rows);
        remember(type, ids.isEmpty() ? BEGINNING : ids.getLast(), ids.size() < PART);
        return ids.size() == PART;
    }

    private List<UUID> next(ObjectType type, UUID after) {
        return sql.resultQuery(
                        "SELECT r.id FROM " + type.table() + " r WHERE r.tenant_id = ? AND r.id > ?" + type.only("r")
                                + " ORDER BY r.id LIMIT ?",
                        Tenancy.id(),
                        after,
                        PART)
                .fetch(0, UUID.class);
    }

    private UUID reached(ObjectType type) {
        return Optional.ofNullable(sql.resultQuery(
                                "SELECT f.after_id FROM records.search_fill f WHERE f.tenant_id = ? AND f.object = ?"
                                        + " AND f.edition = ?",
                                Tenancy.id(),
                                type.name(),
                                Terms.EDITION)
                        .fetchOne(0, UUID.class))
                .orElse(BEGINNING);
    }

    /** Nothing of this object lacks terms. */
    void done(ObjectType type) {
        remember(type, BEGINNING, true);
    }

    private void remember(ObjectType type, UUID reached, boolean done) {
        sql.query("""
                        INSERT INTO records.search_fill (tenant_id, object, edition, after_id, done) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (tenant_id, object) DO UPDATE SET edition = excluded.edition,
                          after_id = excluded.after_id, done = excluded.done""", Tenancy.id(), type.name(), Terms.EDITION, reached, done).execute();
    }
}

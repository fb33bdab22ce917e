package relais.records.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** What was decided about pairs of records: where a merged one went, and which are not the same. */
@Service
public class Verdicts {
    private static final int LONGEST_CHAIN = 50;

    private final DSLContext sql;
    private final Records records;

    Verdicts(DSLContext sql, Records records) {
        this.sql = sql;
        this.records = records;
    }

    /** A record that went into another one. */
    public record Merged(UUID record, UUID into, @Nullable UUID operation) {}

    /** The record in which this one lives on, along the whole chain; empty when it was merged into none. */
    @Transactional(readOnly = true)
    public Optional<UUID> survivor(UUID record) {
        var at = record;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            var next = merged(at);
            if (next.isEmpty()) {
                break;
            }
            at = next.get().into();
        }
        return at.equals(record) ? Optional.empty() : Optional.of(at);
    }

    /** Into which record this one went, and by which operation. */
    @Transactional(readOnly = true)
    public Optional<Merged> merged(UUID record) {
        return sql.resultQuery(
                        "SELECT v.first_id, v.second_id, v.operation_id FROM records.verdict v WHERE v.tenant_id = ? AND"
                                + " v.first_id = ? AND v.kind = ? AND v.deleted_at IS NULL ORDER BY v.id DESC LIMIT 1",
                        Tenancy.id(),
                        record,
                        VerdictDescription.MERGED)
                .fetchOptional(Verdicts::merged);
    }

    /** The records that went into this one, the latest first. */
    @Transactional(readOnly = true)
    public List<Merged> into(UUID record) {
        return sql.resultQuery(
                        "SELECT v.first_id, v.second_id, v.operation_id FROM records.verdict v WHERE v.tenant_id = ? AND"
                                + " v.second_id = ? AND v.kind = ? AND v.deleted_at IS NULL ORDER BY v.id DESC LIMIT 100",
                        Tenancy.id(),
                        record,
                        VerdictDescription.MERGED)
                .fetch(Verdicts::merged);
    }

    /** What this merge put together; empty when it was taken back or is none. */
    @Transactional(readOnly = true)
    public List<Merged> of(UUID operation) {
        return sql.resultQuery(
                        "SELECT v.first_id, v.second_id, v.operation_id FROM records.verdict v WHERE v.tenant_id = ? AND"
                                + " v.operation_id = ? AND v.kind = ? AND v.deleted_at IS NULL ORDER BY v.id",
                        Tenancy.id(),
                        operation,
                        VerdictDescription.MERGED)
                .fetch(Verdicts::merged);
    }

    private static Merged merged(org.jooq.Record r) {
        return new Merged(r.get(0, UUID.class), r.get(1, UUID.class), r.get(2, UUID.class));
    }

    /** Those whom somebody said to be others than one of these records, with the record. */
    List<UUID[]> strangers(Collection<UUID> ids) {
        var pairs = new ArrayList<UUID[]>();
        sql.resultQuery(
                        "SELECT v.first_id, v.second_id FROM records.verdict v WHERE v.tenant_id = ? AND v.kind = ? AND"
                                + " v.deleted_at IS NULL AND (v.first_id = ANY(?) OR v.second_id = ANY(?))",
                        Tenancy.id(),
                        VerdictDescription.DISTINCT,
                        ids.toArray(UUID[]::new),
                        ids.toArray(UUID[]::new))
                .fetch()
                .forEach(r -> pairs.add(new UUID[] {r.get(0, UUID.class), r.get(1, UUID.class)}));
        return pairs;
    }

    /** Whether somebody said that these two are not the same. */
    @Transactional(readOnly = true)
    public boolean distinct(UUID a, UUID b) {
        return strangers(List.of(a)).stream().anyMatch(p -> p[0].equals(b) || p[1].equals(b));
    }

    /** Remembers that these two are not the same; answers the operation, null when that is known. */
    public Operated<String> separate(String object, UUID a, UUID b) {
        Actor.current().require(object, Action.UPDATE);
        var found = records.find(object, List.of(a, b));
        var first = found.get(a);
        var second = found.get(b);
        if (a.equals(b) || first == null || second == null) {
            throw new Refused("merge.unknown");
        }
        var said = first.title() + ", " + second.title();
        return records.write(Intent.of("record.distinct", said), w -> {
            if (!distinct(a, b)) {
                w.about(object).apply(VerdictDescription.NAME, List.of(distinctFrom(object, a, b)));
            }
            return said;
        });
    }

    /** Two records that are not the same stand in the order of their ids, so that no pair stands twice. */
    static Mutation.Create distinctFrom(String object, UUID a, UUID b) {
        boolean ordered = a.toString().compareTo(b.toString()) < 0;
        return new Mutation.Create(
                Ids.next(), values(object, VerdictDescription.DISTINCT, ordered ? a : b, ordered ? b : a));
    }

    static Mutation.Create wentInto(String object, UUID record, UUID survivor, UUID operation) {
        var values = values(object, VerdictDescription.MERGED, record, survivor);
        values.put("operation", operation.toString());
        return new Mutation.Create(Ids.next(), values);
    }

    private static ObjectNode values(String object, String kind, UUID first, UUID second) {
        var values = Values.object();
        values.put("object", object);
        values.put("kind", kind);
        values.put("first", first.toString());
        values.put("second", second.toString());
        return values;
    }
}

package relais.customers.duplicates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;

/** The workspace's settings of duplicates. */
@Service
class Matching {
    /** The likeness from which on a pair is shown, unless the workspace says otherwise. */
    static final double USUAL = 0.6;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Records records;

    Matching(DSLContext sql, ObjectTypes types, Records records) {
        this.sql = sql;
        this.types = types;
        this.records = records;
    }

    /**
     * The settings.
     *
     * @param identifying fields whose value belongs to one customer alone, the reference among them
     */
    record Settings(double threshold, List<String> identifying) {}

    @Transactional(readOnly = true)
    Settings settings() {
        var stored = sql.resultQuery(
                        "SELECT m.threshold, coalesce(m.identifying, '') FROM customers.matching m WHERE m.tenant_id = ? AND"
                                + " m.deleted_at IS NULL ORDER BY m.id LIMIT 1",
                        Tenancy.id())
                .fetchOptional();
        double threshold = stored.map(r -> r.get(0, Double.class)).orElse(USUAL);
        var marked = stored.map(r -> r.get(1, String.class)).orElse("").lines().toList();
        var fields = candidates().stream()
                .filter(f -> f.has(Field.Trait.UNIQUE) || marked.contains(f.name()))
                .map(Field::name)
                .toList();
        return new Settings(threshold, fields);
    }

    /** The fields that may identify a customer: those that are unique anyway, and the workspace's own short ones. */
    List<Field> candidates() {
        return types.of(CustomerDescription.NAME).fields().stream()
                .filter(f -> f.has(Field.Trait.UNIQUE)
                        || f.custom() && (f.type() == FieldType.TEXT || f.type() == FieldType.NUMBER))
                .toList();
    }

    Operated<Outcome> change(double threshold, List<String> identifying) {
        var values = Values.object();
        values.put("threshold", threshold);
        values.put("identifying", String.join("\n", identifying));
        var done = records.write(
                Intent.of("matching.update"),
                w -> stored().map(id -> w.update(MatchingDescription.NAME, id, null, values))
                        .orElseGet(() -> w.create(MatchingDescription.NAME, values)));
        if (done.result() instanceof Outcome.Rejected rejected) {
            throw new Refused(
                    "matching.rejected", Labels.problem(rejected.problems().getFirst()));
        }
        return done;
    }

    private Optional<UUID> stored() {
        return sql.resultQuery(
                        "SELECT m.id FROM customers.matching m WHERE m.tenant_id = ? AND m.deleted_at IS NULL ORDER BY m.id"
                                + " LIMIT 1",
                        Tenancy.id())
                .fetchOptional(0, UUID.class);
    }
}

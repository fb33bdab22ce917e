package relais.customers.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.identity.Actor;
import relais.platform.jobs.Jobs;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import tools.jackson.databind.node.ObjectNode;

/** How long the data of whom is kept: rules that propose people for erasure, or have them erased. */
@Service
class Retentions {
    static final String CONTACT = "contact";
    static final String CREATION = "creation";

    private final DSLContext sql;
    private final Records records;
    private final ObjectTypes types;
    private final Criteria criteria;
    private final Jobs jobs;
    private final Clock clock;

    Retentions(DSLContext sql, Records records, ObjectTypes types, Criteria criteria, Jobs jobs, Clock clock) {
        this.sql = sql;
        this.records = records;
        this.types = types;
        this.criteria = criteria;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * One rule.
     *
     * @param anchor from when the months count: the last contact, or the making of the record
     */
    record Rule(UUID id, String name, @Nullable String criteria, String anchor, int months, boolean automatic) {
        static Rule of(Snapshot record) {
            var conditions = record.text("criteria");
            return new Rule(
                    record.id(),
                    record.text("name"),
                    conditions.isBlank() ? null : conditions,
                    record.text("anchor"),
                    record.value("months").asInt(0),
                    record.value("automatic").asBoolean(false));
        }
    }

    /** Somebody whose time is over. */
    record Due(UUID id, String name, Instant since) {}

    @Transactional(readOnly = true)
    public List<Rule> all() {
        var ids = sql.resultQuery(
                        "SELECT t.id FROM customers.retention t WHERE t.tenant_id = ? AND t.deleted_at IS NULL"
                                + " ORDER BY t.name, t.id LIMIT 200",
                        Tenancy.id())
                .fetch(0, UUID.class);
        var found = records.find(RetentionDescription.NAME, ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(Rule::of)
                .toList();
    }

    @Transactional(readOnly = true)
    public Rule one(UUID id) {
        return records.find(RetentionDescription.NAME, id).map(Rule::of).orElseThrow(NotFound::new);
    }

    @Transactional
    public Operated<?> save(@Nullable UUID id, ObjectNode values) {
        var name = values.path("name").asString("");
        return id == null
                ? records.write(Intent.of("retention.create", name), w -> w.create(RetentionDescription.NAME, values))
                : records.write(
                        Intent.of("retention.update", name),
                        w -> w.update(RetentionDescription.NAME, id, null, values));
    }

    @Transactional
    public Operated<?> delete(UUID id) {
        var rule = one(id);
        return records.write(
                Intent.of("retention.delete", rule.name()), w -> w.delete(RetentionDescription.NAME, id, null));
    }

    /** Whose time is over by this rule, the longest first; whoever is held is not among them. */
    @Transactional(readOnly = true)
    public List<Due> due(Rule rule, int most) {
        var anchor = rule.anchor().equals(CONTACT) ? "coalesce(r.last_contact_at, r.created_at)" : "r.created_at";
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return sql.resultQuery(
                        "SELECT r.id, coalesce(r.name, r.reference, ''), " + anchor
                                + " FROM customers.customer r WHERE r.tenant_id = {0} AND r.deleted_at IS NULL AND "
                                + anchor + " < {1} AND {2} AND NOT EXISTS (SELECT 1 FROM customers.legal_hold h"
                                + " WHERE h.tenant_id = {0} AND h.customer_id = r.id"
                                + " AND (h.until_on IS NULL OR h.until_on >= {3})) ORDER BY " + anchor
                                + ", r.id LIMIT {4}",
                        DSL.val(Tenancy.id()),
                        DSL.val(now.minusMonths(rule.months())),
                        condition(rule),
                        DSL.val(now.toLocalDate()),
                        DSL.inline(most))
                .fetch(r -> new Due(r.get(0, UUID.class), r.get(1, String.class), r.get(2, Instant.class)));
    }

    private Condition condition(Rule rule) {
        return rule.criteria() == null
                ? DSL.trueCondition()
                : DSL.trueCondition()
                        .and(criteria.condition(
                                types.of(CustomerDescription.NAME), "r", CriteriaJson.parse(rule.criteria())));
    }

    /** Has everybody erased whose time is over, in the background. */
    @Transactional
    public void run(UUID id) {
        jobs.submit(
                RetentionJob.NAME,
                Actor.current().kind() == Actor.Kind.SYSTEM
                        ? null
                        : Actor.current().id(),
                id.toString());
    }
}

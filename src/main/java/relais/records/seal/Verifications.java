package relais.records.seal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Actor;
import relais.platform.jobs.Jobs;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.changes.OperationLog;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Verifications that people asked for: run in the background, their results kept. */
@Service
public class Verifications {
    private static final String COLUMNS = "v.id, v.at, v.ended_at, v.actor_name, v.seals, v.operations, v.changes,"
            + " v.waiting, v.erased, v.found, v.problems";

    private final DSLContext sql;
    private final Jobs jobs;
    private final Clock clock;

    Verifications(DSLContext sql, Jobs jobs, Clock clock) {
        this.sql = sql;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * One verification.
     *
     * @param endedAt nothing while it runs
     * @param report what it found; of no meaning while it runs
     */
    public record Verification(
            UUID id, Instant at, @Nullable Instant endedAt, String actor, Report report) {
        /** Whether it still runs. */
        public boolean running() {
            return endedAt == null;
        }
    }

    /** Starts a verification of the current workspace; refuses a second one while one runs. */
    @Transactional
    public UUID start() {
        if (latest().filter(Verification::running).isPresent()) {
            throw new Refused("proof.running");
        }
        var id = Ids.next();
        sql.query(
                        "INSERT INTO records.verification (tenant_id, id, at, actor_name) VALUES (?, ?, CAST(? AS"
                                + " timestamptz), ?)",
                        Tenancy.id(),
                        id,
                        OperationLog.at(clock.instant()),
                        Actor.current().name())
                .execute();
        jobs.submit(VerifyJob.NAME, Actor.current().id(), id.toString());
        return id;
    }

    /** The latest verification. */
    @Transactional(readOnly = true)
    public Optional<Verification> latest() {
        return sql.resultQuery(
                        "SELECT " + COLUMNS + " FROM records.verification v WHERE v.tenant_id = ?"
                                + " ORDER BY v.id DESC LIMIT 1",
                        Tenancy.id())
                .fetchOptional(Verifications::verification);
    }

    @Transactional
    void end(UUID id, Report report) {
        var findings = JsonNodeFactory.instance.arrayNode();
        report.findings().forEach(f -> {
            var args = findings.addObject().put("kind", f.kind().name()).putArray("args");
            f.args().forEach(args::add);
        });
        sql.query(
                        "UPDATE records.verification SET ended_at = CAST(? AS timestamptz), seals = ?, operations = ?,"
                                + " changes = ?, waiting = ?, erased = ?, found = ?, problems = CAST(? AS jsonb)"
                                + " WHERE tenant_id = ? AND id = ?",
                        OperationLog.at(clock.instant()),
                        report.seals(),
                        report.operations(),
                        report.changes(),
                        report.waiting(),
                        report.erased(),
                        report.found(),
                        Values.json(findings),
                        Tenancy.id(),
                        id)
                .execute();
    }

    private static Verification verification(Record r) {
        var ended = r.get(2, OffsetDateTime.class);
        return new Verification(
                r.get(0, UUID.class),
                r.get(1, OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                r.get(3, String.class),
                new Report(
                        r.get(4, Long.class),
                        r.get(5, Long.class),
                        r.get(6, Long.class),
                        r.get(7, Long.class),
                        r.get(8, Long.class),
                        Optional.empty(),
                        r.get(9, Long.class),
                        findings(Values.parse(r.get(10, JSONB.class).data()))));
    }

    private static List<Finding> findings(JsonNode json) {
        var findings = new ArrayList<Finding>();
        json.forEach(f -> findings.add(new Finding(
                Finding.Kind.valueOf(f.path("kind").asString()),
                f.path("args").valueStream().map(JsonNode::asString).toList())));
        return findings;
    }
}

package relais.customers.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Values;

/** The face of consents: what is sent to somebody is sent only when this says yes, at the moment of sending. */
@Service
public class Consents {
    private final DSLContext sql;
    private final Records records;

    Consents(DSLContext sql, Records records) {
        this.sql = sql;
        this.records = records;
    }

    /** Whether this person agreed, and nothing later says otherwise; who said nothing did not agree. */
    @Transactional(readOnly = true)
    public boolean allows(UUID person, Purpose purpose, Channel channel) {
        return latest(person, purpose, channel).filter(Statement::given).isPresent();
    }

    /**
     * One thing that somebody said.
     *
     * @param wording which words were agreed to
     */
    public record Statement(
            UUID id,
            Purpose purpose,
            Channel channel,
            boolean given,
            Instant at,
            String wording,
            String source,
            String proof,
            @Nullable UUID author) {}

    /** What this person said last about it; nothing when they never did, or are in the trash. */
    @Transactional(readOnly = true)
    public Optional<Statement> latest(UUID person, Purpose purpose, Channel channel) {
        return ledger(person, null).stream()
                .filter(s -> s.purpose() == purpose && s.channel() == channel)
                .findFirst();
    }

    /** Everything that this person said, the latest first; as it was known at a moment when one is given. */
    @Transactional(readOnly = true)
    public List<Statement> ledger(UUID person, @Nullable Instant at) {
        var found = new ArrayList<Statement>();
        sql.resultQuery("""
                        SELECT s.id, s.purpose, s.channel, s.state, s.stated_at, s.wording, s.source, s.proof, s.author_id
                        FROM customers.consent s JOIN customers.customer c
                          ON c.tenant_id = s.tenant_id AND c.id = s.customer_id
                        WHERE s.tenant_id = ? AND c.tenant_id = ? AND s.customer_id = ? AND s.deleted_at IS NULL
                          AND c.deleted_at IS NULL AND (CAST(? AS timestamptz) IS NULL OR s.created_at <= CAST(? AS timestamptz))
                        ORDER BY s.stated_at DESC, s.id DESC LIMIT 1000""", Tenancy.id(), Tenancy.id(), person, at, at)
                .fetch()
                .forEach(r -> known(r).ifPresent(found::add));
        return found;
    }

    private static Optional<Statement> known(Record r) {
        var purpose = Purpose.of(r.get("purpose", String.class));
        var channel = Channel.of(r.get("channel", String.class));
        if (purpose.isEmpty() || channel.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Statement(
                r.get("id", UUID.class),
                purpose.get(),
                channel.get(),
                ConsentDescription.GIVEN.equals(r.get("state", String.class)),
                r.get("stated_at", Instant.class),
                text(r, "wording"),
                text(r, "source"),
                text(r, "proof"),
                r.get("author_id", UUID.class)));
    }

    private static String text(Record r, String column) {
        var text = r.get(column, String.class);
        return text == null ? "" : text;
    }

    /** What somebody says about one purpose, by several channels at once. */
    public record Said(
            Purpose purpose,
            List<Channel> channels,
            boolean given,
            @Nullable Instant at,
            String wording,
            String source,
            String proof) {}

    /** Writes down what somebody said, in one operation. */
    @Transactional
    public Operated<Boolean> note(UUID person, String name, Said said) {
        var intent = Intent.of(said.given() ? "consent.give" : "consent.refuse", name);
        return records.write(intent, w -> {
            said.channels().stream().sorted(Comparator.naturalOrder()).forEach(channel -> {
                var values = Values.object();
                values.put("customer", person.toString());
                values.put("purpose", said.purpose().code());
                values.put("channel", channel.code());
                values.put("state", said.given() ? ConsentDescription.GIVEN : ConsentDescription.REFUSED);
                values.put("statedAt", said.at() == null ? null : said.at().toString());
                values.put("wording", said.wording());
                values.put("source", said.source());
                values.put("proof", said.proof());
                w.create(ConsentDescription.NAME, values);
            });
            return true;
        });
    }
}

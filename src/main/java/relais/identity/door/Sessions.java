package relais.identity.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import relais.identity.Origin;
import relais.platform.tenancy.Ids;

/** Who is signed in where: sessions lie in the database, known only by the digest of what the browser holds. */
@Service
public class Sessions {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final Clock clock;
    private final Visits visits;
    private final Duration idle;
    private final Cache<String, Visit> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    Sessions(DSLContext sql, Clock clock, Visits visits, @Value("${relais.session.idle:8h}") Duration idle) {
        this.sql = sql;
        this.clock = clock;
        this.visits = visits;
        this.idle = idle;
    }

    /** One place where a person is signed in. */
    public record Place(UUID id, String ip, String agent, Proof proof, Instant createdAt, Instant seenAt) {}

    /** Opens a session; the answer is what the browser must hold. */
    String open(UUID account, UUID workspace, Proof proof) {
        var token = Tokens.random();
        var now = clock.instant();
        var origin = Origin.current();
        sql.execute(
                """
                INSERT INTO identity.session
                  (token_hash, id, account_id, workspace_id, proof, bound, ip, agent, created_at, seen_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS timestamptz), CAST(? AS timestamptz), CAST(? AS timestamptz))""",
                Tokens.digest(token),
                Ids.next(),
                account,
                workspace,
                proof.code(),
                proof == Proof.PROVIDER,
                origin.ip(),
                origin.agent(),
                now,
                now,
                now.plus(LONGEST));
        return token;
    }

    /** The visit that this token opens, when its session lives and its person may still enter. */
    Optional<Visit> visit(String token) {
        var hash = Tokens.digest(token);
        var known = recent.getIfPresent(hash);
        if (known != null) {
            return Optional.of(known);
        }
        var visit = row(hash).flatMap(row -> visits.of(row, token));
        visit.ifPresent(found -> recent.put(hash, found));
        return visit;
    }

    /** Lets the session look through a colleague's eyes, or through its own again. */
    public void view(UUID session, Optional<UUID> colleague) {
        sql.execute("UPDATE identity.session SET viewing_as = ? WHERE id = ?", colleague.orElse(null), session);
        changed();
    }

    /** Takes the session to another workspace. */
    void move(Visit visit, UUID workspace) {
        sql.execute(
                "UPDATE identity.session SET workspace_id = ?, viewing_as = NULL WHERE id = ?",
                workspace,
                visit.session());
        changed();
    }

    /** Ends one session of the account; whether there was one. */
    public boolean end(UUID account, UUID session) {
        int ended = sql.execute("DELETE FROM identity.session WHERE account_id = ? AND id = ?", account, session);
        changed();
        return ended == 1;
    }

    /** Ends every session of the account, or every one but the given, and every sign-in that is half done. */
    public void endAll(UUID account, Optional<UUID> but) {
        sql.execute("DELETE FROM identity.half_sign_in WHERE account_id = ?", account);
        endAllBut(account, but);
    }

    /** Ends every session of the account, or every one but the given; how many there were. */
    public int endAllBut(UUID account, Optional<UUID> but) {
        int ended = sql.execute(
                "DELETE FROM identity.session WHERE account_id = ? AND id <> ?", account, but.orElse(new UUID(0, 0)));
        changed();
        return ended;
    }

    /** Ends the account's sessions in one workspace. */
    public void endAllIn(UUID workspace, UUID account) {
        sql.execute("DELETE FROM identity.session WHERE account_id = ? AND workspace_id = ?", account, workspace);
        changed();
    }

    /** Ends every session of the workspace that its provider did not open, but those of its administrators. */
    public void endUnvouched(UUID workspace) {
        sql.execute("""
                DELETE FROM identity.session s WHERE s.workspace_id = ? AND NOT s.bound AND NOT EXISTS (
                  SELECT 1 FROM identity.membership m WHERE m.workspace_id = s.workspace_id
                    AND m.account_id = s.account_id AND m.role = 'administrator')""", workspace);
        changed();
    }

    /** Ends every session that the provider of the workspace opened. */
    public void endVouched(UUID workspace) {
        sql.execute("DELETE FROM identity.session WHERE workspace_id = ? AND proof = 'provider'", workspace);
        changed();
    }

    /** Where the account is signed in, the last seen first. */
    public List<Place> places(UUID account) {
        return sql.fetch("""
                        SELECT id, ip, agent, proof, created_at, seen_at FROM identity.session
                        WHERE account_id = ? AND expires_at > CAST(? AS timestamptz) AND seen_at > CAST(? AS timestamptz) ORDER BY seen_at DESC""", account, clock.instant(), clock.instant().minus(idle))
                .map(r -> new Place(
                        r.get("id", UUID.class),
                        r.get("ip", String.class),
                        r.get("agent", String.class),
                        Proof.of(r.get("proof", String.class)),
                        r.get("created_at", Instant.class),
                        r.get("seen_at", Instant.class)));
    }

    /** Forgets what was read a moment ago: rights or sessions changed. */
    public void changed() {
        recent.invalidateAll();
    }

    /** Removes the sessions that no longer open anything. */
    void sweep() {
        sql.execute(
                "DELETE FROM identity.session WHERE expires_at < CAST(? AS timestamptz) OR seen_at < CAST(? AS timestamptz)",
                clock.instant(),
                clock.instant().minus(idle));
    }

    private Optional<Visits.Row> row(String hash) {
        var now = clock.instant();
        var row = sql.fetchOptional("""
                        SELECT id, account_id, workspace_id, proof, bound, created_at, seen_at, viewing_as FROM identity.session
                        WHERE token_hash = ? AND expires_at > CAST(? AS timestamptz) AND seen_at > CAST(? AS timestamptz)""", hash, now, now.minus(idle))
                .map(r -> new Visits.Row(
                        r.get("id", UUID.class),
                        r.get("account_id", UUID.class),
                        r.get("workspace_id", UUID.class),
                        Proof.of(r.get("proof", String.class)),
                        r.get("bound", Boolean.class),
                        r.get("created_at", Instant.class),
                        r.get("seen_at", Instant.class),
                        r.get("viewing_as", UUID.class)));
        row.filter(found -> found.seenAt().isBefore(now.minus(NOTED_EVERY))).ifPresent(found -> seen(hash, now));
        return row;
    }

    private void seen(String hash, Instant now) {
        sql.execute("UPDATE identity.session SET seen_at = CAST(? AS timestamptz) WHERE token_hash = ?", now, hash);
    }
}

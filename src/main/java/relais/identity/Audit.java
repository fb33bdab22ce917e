package relais.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;

/** What happened at the door and in the settings: who, what, when, from where; it is only ever added to. */
@Repository
public class Audit {
    private final DSLContext sql;
    private final Clock clock;

    Audit(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What can be audited; its lower-case name follows {@code audit.} in the message keys. */
    public enum Kind {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGNED_OUT,
        SESSION_ENDED,
        SESSIONS_ENDED,
        WORKSPACE_SWITCHED,
        DENIED,
        SET_UP,
        PASSWORD_CHANGED,
        LINK_MADE,
        USER_INVITED,
        USER_JOINED,
        USER_CHANGED,
        USER_DISABLED,
        USER_ENABLED,
        PROFILE_CHANGED,
        ROLE_CHANGED,
        REACH_CHANGED,
        SITE_ADDED,
        SITE_CHANGED,
        TEAM_ADDED,
        TEAM_CHANGED,
        ROLE_MADE,
        ROLE_EDITED,
        ROLE_DELETED,
        VIEWING_STARTED,
        VIEWING_ENDED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        SECOND_FACTOR_ADDED,
        SECOND_FACTOR_REMOVED,
        SECOND_FACTOR_FAILED,
        RECOVERY_CODES_MADE,
        RECOVERY_CODE_USED,
        SIGN_IN_RULE_CHANGED,
        PROVIDER_CHANGED,
        PROVIDER_REMOVED,
        PROVIDER_LINKED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED
    }

    /** One line of the audit. */
    public record Line(Instant at, String kind, String actor, String subject, String detail, String ip) {}

    /** Adds what the current actor did, together with it. */
    @Transactional
    public void add(Kind kind, String subject, String detail) {
        insert(kind, Optional.empty(), "", subject, detail);
    }

    /** Adds what this account did, together with it, when nobody is signed in. */
    @Transactional
    public void addFor(Kind kind, UUID account, String name, String subject) {
        insert(kind, Optional.of(account), name, subject, "");
    }

    /** Adds what happened before anybody is signed in, or to be kept even if the rest is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, label = "small")
    public void addAnyway(Kind kind, @Nullable UUID account, String name, String subject, String detail) {
        insert(kind, Optional.ofNullable(account), name, subject, detail);
    }

    /** The latest lines of the current workspace. */
    @Transactional(readOnly = true)
    public List<Line> latest(int most) {
        return sql.fetch("""
                        SELECT at, kind, actor_name, subject, detail, ip FROM identity.event
                        WHERE workspace_id = ? ORDER BY id DESC LIMIT ?""", Tenancy.id(), most)
                .map(r -> new Line(
                        r.get("at", Instant.class),
                        r.get("kind", String.class),
                        r.get("actor_name", String.class),
                        r.get("subject", String.class),
                        r.get("detail", String.class),
                        r.get("ip", String.class)));
    }

    private void insert(Kind kind, Optional<UUID> account, String name, String subject, String detail) {
        var actor = Actor.CURRENT.isBound() ? Optional.of(Actor.current()) : Optional.<Actor>empty();
        var origin = Origin.current();
        sql.execute(
                """
                INSERT INTO identity.event
                  (id, at, kind, workspace_id, account_id, actor_name, subject, detail, ip, agent)
                VALUES (?, CAST(? AS timestamptz), ?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.next(),
                clock.instant(),
                kind.name(),
                Tenancy.CURRENT.isBound() ? Tenancy.id() : null,
                account.or(() -> actor.map(Actor::id)).orElse(null),
                name.isEmpty() ? actor.map(Actor::name).orElse("") : name,
                subject,
                detail,
                origin.ip(),
                origin.agent());
    }
}

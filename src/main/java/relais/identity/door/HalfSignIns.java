package relais.identity.door;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sign-ins of which the password was right and the second step is still to come; each ends with one session. */
@Repository
@Transactional
class HalfSignIns {
    private static final Duration OPEN_FOR = Duration.ofMinutes(15);
    private static final int MOST_FAILURES = 5;

    private final DSLContext sql;
    private final Clock clock;

    HalfSignIns(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins one; the answer is what the browser must hold. */
    String begin(UUID account, UUID workspace, Demand demand) {
        var token = Tokens.random();
        var now = clock.instant();
        sql.execute("DELETE FROM identity.half_sign_in WHERE expires_at < CAST(? AS timestamptz)", now);
        sql.execute("""
                INSERT INTO identity.half_sign_in (token_hash, account_id, workspace_id, enrolment, expires_at)
                VALUES (?, ?, ?, ?, CAST(? AS timestamptz))""", Tokens.digest(token), account, workspace, demand == Demand.ENROLMENT, now.plus(OPEN_FOR));
        return token;
    }

    /** The one that this token belongs to, when it is neither too old nor failed too often. */
    @Transactional(readOnly = true)
    Optional<HalfSignIn> find(String token) {
        return sql.fetchOptional("""
                        SELECT token_hash, account_id, workspace_id, enrolment FROM identity.half_sign_in
                        WHERE token_hash = ? AND failures < ? AND expires_at > CAST(? AS timestamptz)""", Tokens.digest(token), MOST_FAILURES, clock.instant())
                .map(r -> new HalfSignIn(
                        r.get("token_hash", String.class),
                        r.get("account_id", UUID.class),
                        r.get("workspace_id", UUID.class),
                        r.get("enrolment", Boolean.class)));
    }

    /** Notes a wrong second step. */
    void failed(HalfSignIn half) {
        sql.execute("UPDATE identity.half_sign_in SET failures = failures + 1 WHERE token_hash = ?", half.hash());
    }

    /** Uses it up; false when somebody was faster. */
    boolean take(HalfSignIn half) {
        return sql.execute("DELETE FROM identity.half_sign_in WHERE token_hash = ?", half.hash()) == 1;
    }
}

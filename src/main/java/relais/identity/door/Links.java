package relais.identity.door;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links that open one thing once: set up Relais, set a password, join a workspace; stored only as digests. */
@Repository
@Transactional
public class Links {
    private static final Duration OPEN_FOR = Duration.ofHours(24);

    private final DSLContext sql;
    private final Clock clock;
    private final PublicUrl url;

    Links(DSLContext sql, Clock clock, PublicUrl url) {
        this.sql = sql;
        this.clock = clock;
        this.url = url;
    }

    /** What a link is for. */
    public enum Purpose {
        SETUP,
        RESET,
        INVITE
    }

    /** A link that still opens something. */
    public record Link(Purpose purpose, Optional<UUID> account, Optional<UUID> workspace) {}

    /** Makes the link of the first start. */
    public String setup() {
        return url.link("/setup/" + make(Purpose.SETUP, null, null));
    }

    /** Makes a link by which the account sets a new password; an earlier one of its kind no longer opens. */
    public String reset(UUID account) {
        sql.execute("DELETE FROM identity.one_time_link WHERE account_id = ? AND purpose = 'RESET'", account);
        return url.link("/links/" + make(Purpose.RESET, account, null));
    }

    /** Makes a link by which the account joins the workspace; an earlier one for it no longer opens. */
    public String invite(UUID account, UUID workspace) {
        sql.execute(
                "DELETE FROM identity.one_time_link WHERE account_id = ? AND workspace_id = ? AND purpose = 'INVITE'",
                account,
                workspace);
        return url.link("/links/" + make(Purpose.INVITE, account, workspace));
    }

    /** What the token opens, when it is open still. */
    @Transactional(readOnly = true)
    public Optional<Link> find(String token) {
        return sql.fetchOptional("""
                        SELECT purpose, account_id, workspace_id FROM identity.one_time_link
                        WHERE token_hash = ? AND used_at IS NULL AND expires_at > CAST(? AS timestamptz)""", Tokens.digest(token), clock.instant())
                .map(r -> new Link(
                        Purpose.valueOf(r.get("purpose", String.class)),
                        Optional.ofNullable(r.get("account_id", UUID.class)),
                        Optional.ofNullable(r.get("workspace_id", UUID.class))));
    }

    /** Uses the link up; false when somebody was faster. */
    public boolean use(String token) {
        var now = clock.instant();
        return sql.execute("""
                        UPDATE identity.one_time_link SET used_at = CAST(? AS timestamptz)
                        WHERE token_hash = ? AND used_at IS NULL AND expires_at > CAST(? AS timestamptz)""", now, Tokens.digest(token), now) == 1;
    }

    /** Closes every link by which the account could set a password. */
    void forget(UUID account) {
        sql.execute(
                "DELETE FROM identity.one_time_link WHERE account_id = ? AND purpose = 'RESET' AND used_at IS NULL",
                account);
    }

    /** Closes every link of the account into the workspace. */
    public void withdraw(UUID account, UUID workspace) {
        sql.execute(
                "DELETE FROM identity.one_time_link WHERE account_id = ? AND workspace_id = ? AND used_at IS NULL",
                account,
                workspace);
    }

    private String make(Purpose purpose, @Nullable UUID account, @Nullable UUID workspace) {
        var token = Tokens.random();
        var now = clock.instant();
        sql.execute(
                "DELETE FROM identity.one_time_link WHERE expires_at < CAST(? AS timestamptz)", now.minus(OPEN_FOR));
        sql.execute("""
                INSERT INTO identity.one_time_link
                  (token_hash, purpose, account_id, workspace_id, created_at, expires_at)
                VALUES (?, ?, ?, ?, CAST(? AS timestamptz), CAST(? AS timestamptz))""", Tokens.digest(token), purpose.name(), account, workspace, now, now.plus(OPEN_FOR));
        return token;
    }
}

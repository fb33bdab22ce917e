package relais.identity.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.door.Tokens;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;

/** The tokens of this installation: looked up by digest, then bound to their workspace and person. */
@Service
public class AccessTokens {
    private static final String BEGINNING = "relais_";
    private static final int SHOWN = BEGINNING.length() + 6;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String SELECT =
            "SELECT t.id, t.account_id, t.workspace_id, a.name AS person, t.name, t.prefix,"
                    + " t.scopes, t.created_at, t.expires_at, t.used_at, t.revoked_at FROM identity.access_token t"
                    + " JOIN identity.account a ON a.id = t.account_id ";

    private final DSLContext sql;
    private final Clock clock;
    private final Actors actors;
    private final ScopeBook scopes;
    private final Cache<String, Pass> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    AccessTokens(DSLContext sql, Clock clock, Actors actors, ScopeBook scopes) {
        this.sql = sql;
        this.clock = clock;
        this.actors = actors;
        this.scopes = scopes;
    }

    /** Makes a token of this person in this workspace; the answer is the secret, which is told this once. */
    public String make(UUID workspace, UUID account, String name, List<String> codes, Duration lasting) {
        var secret = BEGINNING + Tokens.random();
        var now = clock.instant();
        sql.execute(
                """
                INSERT INTO identity.access_token
                  (token_hash, id, account_id, workspace_id, name, prefix, scopes, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS timestamptz), CAST(? AS timestamptz))""",
                Tokens.digest(secret),
                Ids.next(),
                account,
                workspace,
                name.strip(),
                secret.substring(0, SHOWN),
                String.join(" ", codes),
                now,
                now.plus(lasting));
        return secret;
    }

    /** What this secret opens now; nothing when it is unknown, revoked, expired, or its person was barred. */
    public Optional<Pass> pass(String secret) {
        var hash = Tokens.digest(secret);
        var known = recent.getIfPresent(hash);
        if (known != null) {
            return Optional.of(known);
        }
        var now = clock.instant();
        var pass = sql.fetchOptional(SELECT + "WHERE t.token_hash = ?", hash)
                .map(AccessTokens::token)
                .filter(t -> t.alive(now))
                .flatMap(this::open);
        pass.ifPresent(p -> {
            recent.put(hash, p);
            noted(p.token(), now);
        });
        return pass;
    }

    private Optional<Pass> open(AccessToken token) {
        return ScopedValue.where(Tenancy.CURRENT, token.workspace())
                .call(() -> actors.user(token.account()).map(person -> pass(token, person)));
    }

    /** A workspace's own objects have scopes too, so its scopes are asked for within it. */
    private Pass pass(AccessToken token, Actor person) {
        var scope = scopes.grants(token.scopes());
        return new Pass(token, scope, person.as(Actor.Kind.API, scope));
    }

    private void noted(AccessToken token, Instant now) {
        var last = token.usedAt();
        if (last == null || last.isBefore(now.minus(NOTED_EVERY))) {
            sql.execute(
                    "UPDATE identity.access_token SET used_at = CAST(? AS timestamptz) WHERE id = ?", now, token.id());
        }
    }

    /** The tokens of the workspace, or of one person in it, the newest first; revoked ones for a month more. */
    public List<AccessToken> of(UUID workspace, @Nullable UUID account) {
        var since = clock.instant().minus(Duration.ofDays(30));
        return sql.fetch(
                        SELECT + "WHERE t.workspace_id = ? AND t.account_id = coalesce(CAST(? AS uuid), t.account_id)"
                                + " AND coalesce(t.revoked_at, t.expires_at) > CAST(? AS timestamptz) ORDER BY t.id DESC",
                        workspace,
                        account,
                        since)
                .map(AccessTokens::token);
    }

    /** Revokes a token of the workspace, at once and for good; whether it was alive. */
    public boolean revoke(UUID workspace, UUID id) {
        int revoked = sql.execute(
                "UPDATE identity.access_token SET revoked_at = CAST(? AS timestamptz) WHERE workspace_id = ? AND id = ?"
                        + " AND revoked_at IS NULL",
                clock.instant(),
                workspace,
                id);
        recent.invalidateAll();
        return revoked == 1;
    }

    private static AccessToken token(Record r) {
        return new AccessToken(
                r.get("id", UUID.class),
                r.get("account_id", UUID.class),
                r.get("workspace_id", UUID.class),
                r.get("person", String.class),
                r.get("name", String.class),
                r.get("prefix", String.class),
                List.of(r.get("scopes", String.class).split(" ")),
                r.get("created_at", Instant.class),
                r.get("expires_at", Instant.class),
                r.get("used_at", Instant.class),
                r.get("revoked_at", Instant.class));
    }
}

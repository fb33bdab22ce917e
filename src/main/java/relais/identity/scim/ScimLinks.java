package relais.identity.scim;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;

/** What the directory of the current workspace calls people and teams, and which of them it took away. */
@Repository
@Transactional
class ScimLinks {
    private final DSLContext sql;
    private final Clock clock;

    ScimLinks(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Users or groups. */
    enum Kind {
        USER,
        GROUP
    }

    /** One resource as the directory sees it. */
    record Link(@Nullable String externalId, Instant createdAt, Instant changedAt, boolean deleted) {}

    @Transactional(readOnly = true)
    public Map<UUID, Link> of(Kind kind) {
        var all = new HashMap<UUID, Link>();
        sql.fetch("""
                        SELECT id, external_id, created_at, changed_at, deleted FROM identity.scim_resource
                        WHERE workspace_id = ? AND kind = ?""", Tenancy.id(), kind.name())
                .forEach(r -> all.put(
                        r.get("id", UUID.class),
                        new Link(
                                r.get("external_id", String.class),
                                r.get("created_at", Instant.class),
                                r.get("changed_at", Instant.class),
                                r.get("deleted", Boolean.class))));
        return all;
    }

    public void note(Kind kind, UUID id, @Nullable String externalId, boolean deleted) {
        sql.execute("""
                INSERT INTO identity.scim_resource (workspace_id, kind, id, external_id, created_at, changed_at, deleted)
                VALUES (?, ?, ?, ?, CAST(? AS timestamptz), CAST(? AS timestamptz), ?)
                ON CONFLICT (workspace_id, kind, id) DO UPDATE SET external_id = excluded.external_id,
                  changed_at = excluded.changed_at, deleted = excluded.deleted""", Tenancy.id(), kind.name(), id, externalId, clock.instant(), clock.instant(), deleted);
    }
}

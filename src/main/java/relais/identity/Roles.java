package relais.identity;

import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;

/** The rights of each role in the current workspace. */
@Repository
@Transactional
public class Roles {
    private final DSLContext sql;

    Roles(DSLContext sql) {
        this.sql = sql;
    }

    /** What each role may do here. */
    @Transactional(readOnly = true)
    public Map<Role, Grants> all() {
        var grants = new EnumMap<Role, Grants>(Role.class);
        sql.fetch("SELECT code, grants FROM identity.role WHERE tenant_id = ?", Tenancy.id())
                .forEach(r -> Role.of(r.get("code", String.class))
                        .ifPresent(role -> grants.put(role, GrantsJson.read(r.get("grants", JSONB.class)))));
        return grants;
    }

    /** What this role may do here; an unknown one nothing. */
    @Transactional(readOnly = true)
    public Grants grants(String role) {
        return sql.fetchOptional(
                        "SELECT grants FROM identity.role WHERE tenant_id = ? AND code = ?", Tenancy.id(), role)
                .map(r -> GrantsJson.read(r.get("grants", JSONB.class)))
                .orElse(new Grants(Map.of()));
    }

    /** Gives the new workspace its four roles. */
    void seed() {
        for (var role : Role.values()) {
            sql.execute(
                    "INSERT INTO identity.role (tenant_id, id, code, position, grants) VALUES (?, ?, ?, ?, CAST(? AS jsonb))",
                    Tenancy.id(),
                    Ids.next(),
                    role.code(),
                    (short) role.ordinal(),
                    GrantsJson.write(role.firstGrants()));
        }
    }
}

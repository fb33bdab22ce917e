package relais.identity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.ui.Face;
import relais.ui.Words;

/** The roles of the current workspace: the four it began with and those its administrators made. */
@Repository
@Transactional
public class Roles {
    private static final String SELECT = "SELECT r.id, r.code, r.name_fr, r.name_en, r.position, r.grants, r.fields,"
            + " r.rules FROM identity.role r WHERE r.tenant_id = ? AND r.deleted_at IS NULL ORDER BY r.position, r.id";

    private final DSLContext sql;

    Roles(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One role.
     *
     * @param nameFr its French name, null for a role whose words lie in the message file
     */
    public record Known(
            UUID id,
            String code,
            @Nullable String nameFr,
            @Nullable String nameEn,
            int position,
            Grants grants,
            Map<String, RowRule> rules) {
        /** What it is called in the language of the page. */
        public String label() {
            if (nameFr == null) {
                return Words.t("role." + code);
            }
            boolean french = Face.language().getLanguage().equals("fr");
            return french || nameEn == null || nameEn.isBlank() ? nameFr : nameEn;
        }

        /** Whether it may do everything, always: the workspace keeps somebody who can set it up. */
        public boolean fixed() {
            return code.equals(Role.ADMINISTRATOR.code());
        }

        /** Whether it is one of those every workspace begins with. */
        public boolean standard() {
            return nameFr == null;
        }
    }

    /** Every role, in its order. */
    @Transactional(readOnly = true)
    public List<Known> known() {
        return sql.fetch(SELECT, Tenancy.id()).map(Roles::known);
    }

    /** The role of this code. */
    @Transactional(readOnly = true)
    public Optional<Known> known(String code) {
        return known().stream().filter(r -> r.code().equals(code)).findFirst();
    }

    /** What each role is called, by its code. */
    @Transactional(readOnly = true)
    public Map<String, String> labels() {
        return known().stream().collect(Collectors.toMap(Known::code, Known::label));
    }

    /** What each of the roles that every workspace begins with may do here. */
    @Transactional(readOnly = true)
    public Map<Role, Grants> all() {
        var known = known().stream().collect(Collectors.toMap(Known::code, Function.identity()));
        var grants = new EnumMap<Role, Grants>(Role.class);
        for (var role : Role.values()) {
            if (known.containsKey(role.code())) {
                grants.put(role, known.get(role.code()).grants());
            }
        }
        return grants;
    }

    private static Known known(Record r) {
        return new Known(
                r.get("id", UUID.class),
                r.get("code", String.class),
                r.get("name_fr", String.class),
                r.get("name_en", String.class),
                r.get("position", Integer.class),
                RightsJson.grants(r.get("grants", String.class), r.get("fields", String.class)),
                RightsJson.readRules(r.get("rules", String.class)));
    }

    /** Gives the new workspace its four roles. */
    void seed() {
        for (var role : Role.values()) {
            sql.execute(
                    "INSERT INTO identity.role (tenant_id, id, code, position, grants) VALUES (?, ?, ?, ?, ?)",
                    Tenancy.id(),
                    Ids.next(),
                    role.code(),
                    (short) role.ordinal(),
                    RightsJson.actions(role.firstGrants().byObject()));
        }
    }
}

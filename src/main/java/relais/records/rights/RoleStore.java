package relais.records.rights;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Audit;
import relais.identity.Grants;
import relais.identity.Memberships;
import relais.identity.RightsJson;
import relais.identity.Role;
import relais.identity.Roles;
import relais.identity.team.TeamTab;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.ChoiceLines;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Makes, copies, changes and deletes roles, through the writer. */
@Repository
@Transactional
class RoleStore {
    private final DSLContext sql;
    private final Records records;
    private final Roles roles;
    private final Memberships memberships;
    private final Audit audit;

    RoleStore(DSLContext sql, Records records, Roles roles, Memberships memberships, Audit audit) {
        this.sql = sql;
        this.records = records;
        this.roles = roles;
        this.memberships = memberships;
        this.audit = audit;
    }

    /** A role made, with the code by which it is found. */
    record Made(String code, Operated<Outcome> operated) {}

    /** Makes a role that may what the other one may; one without a model may nothing yet. */
    Made add(String nameFr, String nameEn, String model) {
        TeamTab.require();
        var values = Values.object();
        roles.known(model).ifPresent(m -> {
            values.put(
                    "grants",
                    RightsJson.actions(
                            m.fixed()
                                    ? Role.MANAGER.firstGrants().byObject()
                                    : m.grants().byObject()));
            values.put("fields", RightsJson.fields(m.grants().fields()));
            values.put("rules", RightsJson.rules(m.rules()));
        });
        if (!values.has("grants")) {
            values.put("grants", "{}");
        }
        var code = fresh(nameFr);
        values.put("code", code).put("nameFr", nameFr).put("nameEn", nameEn.isBlank() ? nameFr : nameEn);
        values.put("position", roles.known().size());
        audit.add(Audit.Kind.ROLE_MADE, nameFr, "");
        return new Made(
                code, records.write(Intent.of("role.create", nameFr), w -> w.create(RoleDescription.NAME, values)));
    }

    /** Writes what the role may; the role that administers the workspace stays as it is. */
    Operated<Outcome> change(Roles.Known role, RoleForm form) {
        TeamTab.require();
        if (role.fixed()) {
            throw new Refused("role.fixed");
        }
        var values = values(form);
        if (!role.standard()) {
            values.put("nameFr", form.nameFr()).put("nameEn", form.nameEn().isBlank() ? form.nameFr() : form.nameEn());
        }
        audit.add(Audit.Kind.ROLE_EDITED, role.label(), "");
        return records.write(
                Intent.of("role.update", role.label()), w -> w.update(RoleDescription.NAME, role.id(), null, values));
    }

    private static ObjectNode values(RoleForm form) {
        return Values.object()
                .put("grants", RightsJson.actions(kept(form.grants())))
                .put("fields", RightsJson.fields(form.fields()))
                .put("rules", RightsJson.rules(form.rules()));
    }

    /** Setting up the workspace, its roles with it, is no right among others: it is the administrator's. */
    private static Map<String, Set<Action>> kept(Map<String, Set<Action>> grants) {
        var kept = new TreeMap<>(grants);
        kept.keySet().removeAll(Set.of(TeamTab.WORKSPACE, RoleDescription.NAME));
        kept.computeIfPresent(Grants.EVERY, (every, actions) -> {
            var rest = new HashSet<>(actions);
            rest.remove(Action.CONFIGURE);
            return rest;
        });
        return kept;
    }

    /** Deletes a role; whoever has it gets the other one, without which a role in use stays. */
    Operated<Outcome> delete(Roles.Known role, String replacement) {
        TeamTab.require();
        if (role.standard()) {
            throw new Refused("role.standard");
        }
        if (memberships.having(Tenancy.id(), role.code()) > 0) {
            var other = roles.known(replacement)
                    .filter(r -> !r.code().equals(role.code()))
                    .orElseThrow(() -> new Refused("role.used"));
            memberships.replace(Tenancy.id(), role.code(), other.code());
        }
        audit.add(Audit.Kind.ROLE_DELETED, role.label(), replacement);
        return records.write(
                Intent.of("role.delete", role.label()), w -> w.delete(RoleDescription.NAME, role.id(), null));
    }

    /** A code that no role has or had. */
    private String fresh(String name) {
        Set<String> used =
                new HashSet<>(sql.resultQuery("SELECT r.code FROM identity.role r WHERE r.tenant_id = ?", Tenancy.id())
                        .fetchSet(0, String.class));
        used.add("new");
        var wish = ChoiceLines.code(name);
        var code = wish;
        for (int i = 2; used.contains(code); i++) {
            code = wish + "_" + i;
        }
        return code;
    }
}

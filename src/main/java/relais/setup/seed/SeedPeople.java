package relais.setup.seed;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Reach;
import relais.identity.Role;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.identity.team.Foundation;
import relais.platform.tenancy.Tenancy;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;

/** Founds the company of the seed: sites, people, and three fields of its own. */
@Component
class SeedPeople {
    /** The domain of everybody who works there. */
    static final String DOMAIN = "@semis.example";

    private static final int SITES = 40;
    private static final int OWNERS = 40;

    private final Foundation foundation;
    private final Workspaces workspaces;
    private final Actors actors;
    private final Records records;

    SeedPeople(Foundation foundation, Workspaces workspaces, Actors actors, Records records) {
        this.foundation = foundation;
        this.workspaces = workspaces;
        this.actors = actors;
        this.records = records;
    }

    /** Founds it; everybody has this password. */
    SeedCompany found(String name, String password) {
        var workspace = workspaces.create(name, Locale.FRENCH, ZoneId.of("Europe/Paris"), false);
        foundation.passwordsSuffice(workspace);
        var sites = new ArrayList<UUID>();
        var cities = SeedWords.of("cities").lines();
        for (int i = 0; i < SITES; i++) {
            sites.add(foundation.site(workspace, cities.get(i)[1] + " " + (i + 1)));
        }
        var administrator = person(workspace, "Ada Semis", "ada", Role.ADMINISTRATOR, password);
        var owners = new ArrayList<UUID>();
        var given = SeedWords.of("given").lines();
        for (int i = 0; i < OWNERS; i++) {
            var owner = person(workspace, given.get(i * 7)[0] + " Semis", "agent" + (i + 1), Role.AGENT, password);
            foundation.assign(workspace, owner, List.of(sites.get(i % SITES)));
            foundation.reach(workspace, owner, Reach.Extent.OWN);
            owners.add(owner);
        }
        var actor = ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .call(() -> actors.user(administrator).orElseThrow());
        var company = new SeedCompany(workspace, actor, sites, owners);
        ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .where(Actor.CURRENT, actor)
                .run(this::fields);
        return company;
    }

    private UUID person(Workspace workspace, String name, String mailbox, Role role, String password) {
        var account = foundation.person(workspace, new Foundation.Person(name, mailbox + DOMAIN, role));
        foundation.password(account.id(), password);
        return account.id();
    }

    private void fields() {
        field("points", "NUMBER", "Points", "Points", "");
        field("contrat", "CHOICE", "Contrat", "Contract", """
                essentiel = Essentiel / Essential
                confort = Confort / Comfort
                serenite = Sérénité / Serenity""");
        field("echeance", "DATE", "Échéance", "Due date", "");
    }

    private void field(String code, String type, String fr, String en, String choices) {
        var values = Values.object();
        values.put("object", "customer").put("code", code).put("type", type);
        values.put("labelFr", fr).put("labelEn", en).put("section", "custom");
        if (!choices.isEmpty()) {
            values.put("choices", choices);
        }
        records.write(Intent.of("field.create", fr), w -> w.create("field", values));
    }
}

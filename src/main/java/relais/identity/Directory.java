package relais.identity;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import relais.platform.database.Kept;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;

/** The people, sites and teams of the current workspace, for lists, pickers and labels. */
@Service
public class Directory {
    private final DSLContext sql;
    private final Kept<Boolean, Page> pages;

    Directory(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.pages = new Kept<>(transactions, Duration.ofSeconds(3));
    }

    /** Someone who belongs to the workspace, also when they may no longer enter. */
    public record User(UUID id, String name, String email, String role, boolean invited, boolean disabled) {}

    /** An agency, shop, call centre, website or counter. */
    public record Site(UUID id, String name, boolean archived) {}

    /** People who work together. */
    public record Team(UUID id, String name, boolean archived) {}

    private record Page(List<User> users, List<Site> sites, List<Team> teams, Map<UUID, String> names) {}

    /** Everybody, by name, those who left included. */
    public List<User> users() {
        return page().users();
    }

    /** Who works here under this e-mail address, or the first administrator when none is given; nobody only invited. */
    public Optional<User> person(Optional<String> email) {
        return activeUsers().stream()
                .filter(u -> !u.invited())
                .filter(u -> email.map(e -> u.email().equalsIgnoreCase(e))
                        .orElse(u.role().equals(Role.ADMINISTRATOR.code())))
                .findFirst();
    }

    /** Those who can be made responsible for something. */
    public List<User> activeUsers() {
        return users().stream().filter(user -> !user.disabled()).toList();
    }

    /** Every site, by name, archived ones included. */
    public List<Site> sites() {
        return page().sites();
    }

    /** Every team, by name, archived ones included. */
    public List<Team> teams() {
        return page().teams();
    }

    /** The name of a user, site or team of this workspace. */
    public Optional<String> name(UUID id) {
        return Optional.ofNullable(page().names().get(id));
    }

    /** The names of those of these ids that are users, sites or teams of this workspace. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        ids.forEach(id -> name(id).ifPresent(name -> names.put(id, name)));
        return names;
    }

    /** Forgets what was read of the current workspace: something in it changed. */
    public void changed() {
        pages.forget();
    }

    private Page page() {
        return pages.get(true, this::read);
    }

    private Page read() {
        var users = sql.fetch(
                        "SELECT id, name, email, role, invited, disabled FROM identity.api_user WHERE tenant_id = ?",
                        Tenancy.id())
                .map(r -> new User(
                        r.get("id", UUID.class),
                        r.get("name", String.class),
                        r.get("email", String.class),
                        r.get("role", String.class),
                        r.get("invited", Boolean.class),
                        r.get("disabled", Boolean.class)));
        users.sort(Comparator.comparing(user -> Fold.key(user.name())));
        var sites = sql.fetch(
                        "SELECT id, name, archived FROM identity.api_site WHERE tenant_id = ? ORDER BY name_key, id",
                        Tenancy.id())
                .map(r -> new Site(
                        r.get("id", UUID.class), r.get("name", String.class), r.get("archived", Boolean.class)));
        var teams = sql.fetch(
                        "SELECT id, name, archived FROM identity.api_team WHERE tenant_id = ? ORDER BY name_key, id",
                        Tenancy.id())
                .map(r -> new Team(
                        r.get("id", UUID.class), r.get("name", String.class), r.get("archived", Boolean.class)));
        var names = new HashMap<UUID, String>();
        teams.forEach(team -> names.put(team.id(), team.name()));
        sites.forEach(site -> names.put(site.id(), site.name()));
        users.forEach(user -> names.put(user.id(), user.name()));
        return new Page(users, sites, teams, names);
    }
}

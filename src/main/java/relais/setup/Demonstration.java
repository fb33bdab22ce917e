package relais.setup;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Role;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.identity.team.Foundation;
import relais.platform.files.Home;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.Undo;

/** The demonstration: a company that does not exist, with customers and a year of history; it goes without a trace. */
@Service
class Demonstration {
    private static final long SEED = 20_261_122;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final Map<String, String> SITES = new LinkedHashMap<>();

    static {
        SITES.put("lyon", "Lyon Part-Dieu");
        SITES.put("nantes", "Nantes");
        SITES.put("villeurbanne", "Villeurbanne");
    }

    private final Foundation foundation;
    private final Workspaces workspaces;
    private final Actors actors;
    private final Records records;
    private final Undo undo;
    private final Clock clock;
    private final DSLContext sql;
    private final Home home;
    private final TransactionTemplate transaction;

    Demonstration(
            Foundation foundation,
            Workspaces workspaces,
            Actors actors,
            Records records,
            Undo undo,
            Clock clock,
            DSLContext sql,
            Home home,
            PlatformTransactionManager transactions) {
        this.foundation = foundation;
        this.workspaces = workspaces;
        this.actors = actors;
        this.records = records;
        this.undo = undo;
        this.clock = clock;
        this.sql = sql;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How somebody of the demonstration signs in; the password is told once and kept nowhere. */
    record SignIn(String name, Role role, String email, String password) {}

    /** What was made. */
    record Made(Workspace workspace, List<SignIn> people) {}

    /** Makes it when the installation has no workspace yet. */
    Optional<Made> make() {
        return workspaces.all().isEmpty() ? Optional.of(build()) : Optional.empty();
    }

    /** Makes it, whatever else the installation holds; all of it or nothing. */
    Made build() {
        var workspace = foundation.demonstration("Maison Verdier", Locale.FRENCH, PARIS);
        try {
            return fill(workspace);
        } catch (RuntimeException failed) {
            remove(workspace.id());
            throw failed;
        }
    }

    private Made fill(Workspace workspace) {
        var staff = new DemoStaff();
        SITES.forEach((code, name) -> staff.addSite(code, foundation.site(workspace, name)));
        var people = new ArrayList<SignIn>();
        people.add(person(workspace, staff, "Inès Garnier", Role.ADMINISTRATOR, DemoStaff.INES, "lyon"));
        people.add(person(workspace, staff, "Karim Haddad", Role.MANAGER, DemoStaff.KARIM, "nantes"));
        people.add(person(workspace, staff, "Claire Aubry", Role.AGENT, DemoStaff.CLAIRE, "lyon"));
        people.add(person(workspace, staff, "Hugo Marchetti", Role.AGENT, DemoStaff.HUGO, "villeurbanne"));
        people.add(person(workspace, staff, "Thomas Kervella", Role.READER, DemoStaff.THOMAS, "lyon"));
        var hashed = passwords(staff, people);
        var year = new DemoYear(records, undo, staff, new DemoClock(clock.instant(), PARIS, new Random(SEED)));
        ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .run(() -> transaction.executeWithoutResult(status -> year.write()));
        hashed.join();
        return new Made(workspace, people);
    }

    /** Passwords are slow to hash on purpose: it happens beside the writing. */
    private CompletableFuture<Void> passwords(DemoStaff staff, List<SignIn> people) {
        return CompletableFuture.runAsync(() -> people.forEach(
                person -> foundation.password(staff.person(person.email()).id(), person.password())));
    }

    private SignIn person(Workspace workspace, DemoStaff staff, String name, Role role, String email, String site) {
        var password = password();
        var account = foundation.person(workspace, new Foundation.Person(name, email, role));
        foundation.assign(workspace, account.id(), List.of(staff.site(site)));
        var actor = ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .call(() -> actors.user(account.id()).orElseThrow());
        staff.add(email, actor);
        return new SignIn(name, role, email, password);
    }

    private static String password() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Whether this workspace is a demonstration. */
    boolean is(UUID workspace) {
        return workspaces.find(workspace).map(Workspace::demo).orElse(false);
    }

    /** Takes the workspace away with everything in it, its files and its people; where to go on is the answer. */
    Optional<String> remove(UUID workspace) {
        if (!is(workspace)) {
            throw new NotFound();
        }
        // The function binds the transaction to the workspace whose rows it deletes.
        var system = workspaces.find(workspace).map(Actors::system).orElseThrow();
        ScopedValue.where(Actor.CURRENT, system)
                .run(() -> transaction.executeWithoutResult(
                        status -> sql.resultQuery("SELECT setup.remove_demonstration(?)", workspace)
                                .fetch()));
        home.forget(workspace);
        return foundation.setup();
    }
}

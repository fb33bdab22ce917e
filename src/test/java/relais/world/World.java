package relais.world;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Directory;
import relais.identity.Memberships;
import relais.identity.Role;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.identity.door.Passwords;
import relais.identity.door.SignInRules;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;

/** The small world that tests live in: two companies, their people and sites; made anew in each test class. */
@Component
public class World {
    /** The password of everybody in this world. */
    public static final String PASSWORD = "quatre chevaux bleus";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ApplicationContext context;
    private final String passwordHash;
    private String database = "";
    private Company verdier = Company.NONE;
    private Company kerval = Company.NONE;

    World(ApplicationContext context, Passwords passwords) {
        this.context = context;
        this.passwordHash = passwords.hash(PASSWORD);
    }

    /** A company: its workspace, one person of each role, two sites and a team. */
    public record Company(
            UUID id,
            String name,
            Person administrator,
            Person manager,
            Person agent,
            Person reader,
            UUID lyon,
            UUID nantes,
            UUID team) {
        private static final Person NOBODY = new Person(new UUID(0, 0), "", "");
        private static final UUID NIL = new UUID(0, 0);
        private static final Company NONE = new Company(NIL, "", NOBODY, NOBODY, NOBODY, NOBODY, NIL, NIL, NIL);
    }

    /** Someone who can sign in with {@link #PASSWORD}. */
    public record Person(UUID id, String name, String email) {}

    /** Maison Verdier: Inès Garnier, Karim Haddad, Claire Aubry, Hugo Marchetti; Lyon Part-Dieu and Nantes. */
    public Company verdier() {
        make();
        return verdier;
    }

    /** Atelier Kerval: Maël Kerval, Rozenn Le Goff, Yann Tanguy, Soizic Morvan; the other company. */
    public Company kerval() {
        make();
        return kerval;
    }

    /** Does the work as this person in this company, with their rights. */
    public <T> T as(Company company, Person person, Callable<T> work) {
        return ScopedValue.where(Tenancy.CURRENT, company.id()).call(() -> {
            var actor = context.getBean(Actors.class).user(person.id()).orElseThrow();
            return ScopedValue.where(Actor.CURRENT, actor).call(() -> call(work));
        });
    }

    /** Does the work as this person in this company, with their rights. */
    public void as(Company company, Person person, Runnable work) {
        as(company, person, () -> {
            work.run();
            return true;
        });
    }

    /** Does the work as Maison Verdier's administrator. */
    public <T> T asAdministrator(Callable<T> work) {
        return as(verdier(), verdier().administrator(), work);
    }

    /** Does the work inside one transaction of the company, as its administrator. */
    public <T> T inTransaction(Company company, Callable<T> work) {
        var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return as(company, company.administrator(), () -> transaction.execute(status -> call(work)));
    }

    /** Takes every customer of the company away with all its parts, and the rows of these tables. */
    public void withoutCustomers(Company company, String... more) {
        var parts = Stream.of("contact_point", "match_key", "tagging", "affiliation", "customer")
                .map(table -> "customers." + table);
        inTransaction(company, () -> {
            Stream.concat(parts, Stream.of(more))
                    .forEach(table -> sql().execute("DELETE FROM " + table + " WHERE tenant_id = ?", company.id()));
            return true;
        });
    }

    /** A browser that nobody has signed in with yet. */
    public Browser browser() {
        make();
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Browser("http://localhost:" + port);
    }

    /** A browser in which this person is signed in. */
    public Browser browserOf(Person person) {
        var browser = browser();
        browser.signIn(person.email(), PASSWORD);
        return browser;
    }

    private synchronized void make() {
        var now = context.getBean(DSLContext.class)
                .fetchSingle("SELECT current_database()")
                .get(0, String.class);
        if (now.equals(database)) {
            return;
        }
        verdier = company("Maison Verdier", "verdier.example", new String[] {
            "Inès Garnier", "Karim Haddad", "Claire Aubry", "Hugo Marchetti"
        });
        kerval = company("Atelier Kerval", "kerval.example", new String[] {
            "Maël Kerval", "Rozenn Le Goff", "Yann Tanguy", "Soizic Morvan"
        });
        database = now;
    }

    private Company company(String name, String domain, String[] people) {
        var workspace = context.getBean(Workspaces.class).create(name, Locale.FRENCH, PARIS, false);
        context.getBean(SignInRules.class)
                .set(workspace.id(), new SignInRules.Rule(SignInRules.Demanded.NOBODY, false));
        var persons = new Person[people.length];
        for (int i = 0; i < people.length; i++) {
            persons[i] = person(workspace, people[i], domain, Role.values()[i]);
        }
        var lyon = Ids.next();
        var nantes = Ids.next();
        var team = Ids.next();
        var company =
                new Company(workspace.id(), name, persons[0], persons[1], persons[2], persons[3], lyon, nantes, team);
        inTransaction(company, () -> {
            site(lyon, "Lyon Part-Dieu", "lyon part dieu");
            site(nantes, "Nantes", "nantes");
            sql().execute(
                            "INSERT INTO identity.team (tenant_id, id, name, name_key, created_at) VALUES (?, ?, ?, ?, now())",
                            workspace.id(),
                            team,
                            "Comptoir",
                            "comptoir");
            sql().execute(
                            "INSERT INTO identity.site_member (tenant_id, site_id, account_id) VALUES (?, ?, ?)",
                            workspace.id(),
                            lyon,
                            persons[2].id());
            sql().execute(
                            "INSERT INTO identity.team_member (tenant_id, team_id, account_id) VALUES (?, ?, ?)",
                            workspace.id(),
                            team,
                            persons[2].id());
            context.getBean(Directory.class).changed();
            return true;
        });
        return company;
    }

    private void site(UUID id, String name, String key) {
        sql().execute(
                        "INSERT INTO identity.site (tenant_id, id, name, name_key, created_at) VALUES (?, ?, ?, ?, now())",
                        Tenancy.id(),
                        id,
                        name,
                        key);
    }

    private Person person(Workspace workspace, String name, String domain, Role role) {
        var accounts = context.getBean(Accounts.class);
        var account = accounts.add(email(name, domain), name, Locale.FRENCH, PARIS);
        accounts.password(account.id(), passwordHash);
        context.getBean(Memberships.class).add(workspace.id(), account.id(), role, name, true);
        return new Person(account.id(), name, account.email());
    }

    private static String email(String name, String domain) {
        return java.text.Normalizer.normalize(Account.key(name), java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace(' ', '.')
                + "@" + domain;
    }

    private DSLContext sql() {
        return context.getBean(DSLContext.class);
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

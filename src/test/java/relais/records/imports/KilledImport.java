package relais.records.imports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.Relais;
import relais.identity.Accounts;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Memberships;
import relais.identity.Role;
import relais.identity.Workspaces;
import relais.platform.database.DatabaseServers;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;
import relais.records.work.Work;
import relais.records.work.Works;
import relais.world.Homes;

/** A process that works on one import until somebody kills it, or the database under it. */
final class KilledImport {
    static final int ROWS = 30_000;

    private final ApplicationContext context;
    private final UUID workspace;
    private final UUID account;

    private KilledImport(ApplicationContext context, UUID workspace, UUID account) {
        this.context = context;
        this.workspace = workspace;
        this.account = account;
    }

    /** {@code prepare HOME}, {@code run HOME WORKSPACE ACCOUNT IMPORT}, {@code check HOME WORKSPACE ACCOUNT IMPORT}. */
    public static void main(String[] args) throws Exception {
        var application = new SpringApplication(Relais.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> DatabaseServers.forCommand((GenericApplicationContext) context));
        var home = "--relais.home=" + Path.of(args[1]);
        try (var context =
                application.run(home, "--relais.serving=" + args[0].equals("check"), "--logging.level.root=OFF")) {
            if (args[0].equals("prepare")) {
                prepare(context);
                return;
            }
            var work = new KilledImport(context, UUID.fromString(args[2]), UUID.fromString(args[3]));
            var id = UUID.fromString(args[4]);
            if (args[0].equals("run")) {
                System.out.println("ready");
                work.untilDone(id);
                System.out.println("done");
            } else {
                work.here(() -> work.check(id));
            }
        }
    }

    private static void prepare(ApplicationContext context) {
        var workspace = context.getBean(Workspaces.class)
                .create("Maison Verdier", Locale.FRENCH, ZoneId.of("Europe/Paris"), false);
        var account = context.getBean(Accounts.class)
                .add("ines@verdier.example", "Inès Garnier", Locale.FRENCH, ZoneId.of("Europe/Paris"));
        context.getBean(Memberships.class).add(workspace.id(), account.id(), Role.ADMINISTRATOR, "Inès Garnier", true);
        var work = new KilledImport(context, workspace.id(), account.id());
        work.here(() -> {
            var id = context.getBean(Imports.class)
                    .upload("customer", "grand.csv", new ByteArrayInputStream(work.rows()));
            work.transaction().executeWithoutResult(s -> {
                context.getBean(ImportStore.class).tried(id, Values.object());
                context.getBean(ImportStore.class).move(id, Import.State.RUNNING, Import.State.TRIED);
            });
            System.out.println(workspace.id() + " " + account.id() + " " + id);
        });
    }

    private byte[] rows() {
        var text = new StringBuilder("reference,name,email,CP,Score,Segment,Société mère\n");
        for (int i = 1; i <= ROWS; i++) {
            text.append("K-")
                    .append(i)
                    .append(",Client ")
                    .append(i)
                    .append(",c")
                    .append(i)
                    .append("@k.example,")
                    .append(10000 + i % 80000)
                    .append(',')
                    .append(i % 97)
                    .append(",S")
                    .append(i % 5)
                    .append(',')
                    .append(i % 1000 == 0 ? "Groupe " + i % 7 : "")
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As the scheduler does: what failed is tried again. */
    private void untilDone(UUID id) throws InterruptedException {
        while (true) {
            try {
                here(() -> context.getBean(Run.class).run(id, () -> false));
                var state = new Import.State[1];
                here(() -> state[0] = context.getBean(Imports.class).find(id).state());
                if (state[0] == Import.State.DONE) {
                    return;
                }
            } catch (RuntimeException databaseGone) {
                Thread.sleep(100);
            }
        }
    }

    private void check(UUID id) {
        var file = context.getBean(Imports.class).find(id);
        System.out.println("state " + file.state());
        System.out.println("created " + file.tally().created());
        System.out.println("imported " + count("customers.customer WHERE reference_key IS NOT NULL AND tenant_id = ?"));
        System.out.println("references "
                + count(
                        "(SELECT DISTINCT reference_key FROM customers.customer WHERE tenant_id = ? AND reference_key IS"
                                + " NOT NULL) d"));
        System.out.println("journal " + count("records.import_row WHERE tenant_id = ?"));
        System.out.println("affiliations " + count("customers.affiliation WHERE tenant_id = ?"));
        System.out.println("parents " + count("customers.customer WHERE reference_key IS NULL AND tenant_id = ?"));
        System.out.println("operations " + count("records.operation WHERE intent = 'import' AND tenant_id = ?"));
        System.out.println("fields " + count("records.field WHERE tenant_id = ?"));
        var undone = context.getBean(Imports.class).undo(id);
        var work = ended(Objects.requireNonNull(undone.follow()));
        System.out.println("left " + work.left());
        for (var table : new String[] {
            "customers.customer",
            "customers.contact_point",
            "customers.match_key",
            "customers.affiliation",
            "records.field"
        }) {
            System.out.println(table + " " + count(table + " WHERE tenant_id = ?"));
        }
    }

    /** So many rows are taken back in the background, and the fields after them. */
    private Work ended(String path) {
        var works = context.getBean(Works.class);
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Homes.await(() -> works.find(id).state() == Work.State.DONE && count("records.field WHERE tenant_id = ?") == 0);
        return works.find(id);
    }

    private int count(String from) {
        return Objects.requireNonNull(transaction()
                .execute(s -> context.getBean(DSLContext.class)
                        .fetchSingle("SELECT count(*) FROM " + from, Tenancy.id())
                        .get(0, Integer.class)));
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    private void here(Runnable work) {
        ScopedValue.where(Tenancy.CURRENT, workspace).run(() -> {
            var actor = context.getBean(Actors.class).user(account).orElseThrow();
            ScopedValue.where(Actor.CURRENT, RunJob.importing(actor)).run(work);
        });
    }
}

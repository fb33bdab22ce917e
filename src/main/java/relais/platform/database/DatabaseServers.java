package relais.platform.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import relais.platform.files.Home;

/** Chooses the server: the one named by the environment, else the embedded one of the home. */
public final class DatabaseServers {
    private DatabaseServers() {}

    /** The home that these settings name. */
    public static Home home(Environment environment) {
        return new Home(Path.of(environment.getProperty("relais.home", "data")));
    }

    /** Starts the server and migrates it while the application starts beside it; its bean waits for both. */
    public static void startAlongside(GenericApplicationContext context, HomeLock lock) {
        var ready = new CompletableFuture<DatabaseServer>();
        Environment environment = context.getEnvironment();
        Thread starting =
                Thread.ofPlatform().name("database-start").unstarted(() -> start(environment, lock, ready));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> giveUp(ready, starting)));
        starting.start();
        context.registerBean("databaseServer", DatabaseServer.class, () -> await(ready));
    }

    private static void start(Environment environment, HomeLock lock, CompletableFuture<DatabaseServer> ready) {
        try {
            DatabaseServer server = migrated(start(environment, lock));
            if (!ready.complete(server)) {
                server.close();
            }
        } catch (Throwable e) {
            ready.completeExceptionally(e);
        }
    }

    /** Relais is told to stop while the database still starts: nobody waits for it, and it ends before Relais does. */
    private static void giveUp(CompletableFuture<DatabaseServer> ready, Thread starting) {
        if (ready.completeExceptionally(new StartRefused("Relais was stopped while it was starting."))) {
            Cluster.abandon();
            Waiting.forEnd(starting);
        }
    }

    /** The server for a command: the one of the running Relais, else one that is started for the command alone. */
    public static void forCommand(GenericApplicationContext context) {
        context.registerBean("databaseServer", DatabaseServer.class, () -> forCommand(context.getEnvironment()));
    }

    private static DatabaseServer forCommand(Environment environment) {
        if (external(environment)) {
            return migrated(ExternalPostgres.reach(environment));
        }
        return migrated(embeddedOf(home(environment)));
    }

    /** The embedded server of a home: the one that runs, else one started until it is closed. */
    public static DatabaseServer embeddedOf(Home home) {
        return HomeLock.tryTake(home)
                .<DatabaseServer>map(lock -> EmbeddedPostgres.start(home, lock, Map.of()))
                .orElseGet(() -> AttachedPostgres.of(home));
    }

    private static DatabaseServer start(Environment environment, HomeLock lock) {
        return external(environment)
                ? ExternalPostgres.reach(environment)
                : EmbeddedPostgres.start(home(environment), lock, Map.of());
    }

    private static boolean external(Environment environment) {
        return !environment.getProperty("relais.database.url", "").isBlank();
    }

    private static DatabaseServer migrated(DatabaseServer server) {
        try {
            Migrations.run(server.url(), server.owner(), server.application().user());
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static DatabaseServer await(CompletableFuture<DatabaseServer> ready) {
        try {
            return ready.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}

package relais.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import relais.platform.files.Home;

/** The PostgreSQL that Relais starts, watches and stops itself, with its data in the home. */
public final class EmbeddedPostgres implements DatabaseServer {
    private static final String DATABASE = "relais";
    private static final Login.Names NAMES = new Login.Names("postgres", "relais_owner", "relais");

    private final Home home;
    private final HomeLock lock;
    private final PostgresProcess process;

    private EmbeddedPostgres(Home home, HomeLock lock, PostgresProcess process) {
        this.home = home;
        this.lock = lock;
        this.process = process;
    }

    /** Starts the server of this home and waits, without limit, until it answers. */
    public static EmbeddedPostgres start(Home home, Map<String, String> settings) {
        var lock = HomeLock.take(home);
        try {
            Path bin = PostgresBinaries.folder();
            Path folder = home.folder("postgres");
            SystemUser.own(folder);
            var cluster = new Cluster(bin, folder, home.secret("postgres.password"));
            cluster.makeWhenMissing();
            Orphan.end(cluster.data());
            var process = PostgresProcess.start(cluster, settings);
            var server = new EmbeddedPostgres(home, lock, process);
            server.makeRoles();
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void makeRoles() {
        new Roles(process.url("postgres"), superuser()).ensure(DATABASE, owner(), application());
    }

    /** The address of another database on this server. */
    public String url(String database) {
        return process.url(database);
    }

    @Override
    public String url() {
        return process.url(DATABASE);
    }

    /** The role that may do everything; used for making databases and for backups alone. */
    public Login superuser() {
        return new Login(NAMES.superuser(), home.secret("postgres.password"));
    }

    @Override
    public Login owner() {
        return new Login(NAMES.owner(), home.secret("owner.password"));
    }

    @Override
    public Login application() {
        return new Login(NAMES.application(), home.secret("application.password"));
    }

    @Override
    public boolean running() {
        return process.answers();
    }

    @Override
    public void close() {
        process.stop();
        lock.close();
    }

    /** Removes a whole home, for throwaway ones. */
    public static void discard(Home home) {
        try (var all = Files.walk(home.path())) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package relais.platform.database;

import java.nio.file.Path;
import java.util.Map;
import relais.platform.files.Home;

/** The PostgreSQL that Relais starts, watches and stops itself, with its data in the home. */
public final class EmbeddedPostgres implements DatabaseServer {
    static final String DATABASE = "relais";
    static final String SUPERUSER = "postgres";

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
        return start(home, HomeLock.take(home), settings);
    }

    /** Starts the server of this home, whose lock is held; closing the server gives the lock back. */
    static EmbeddedPostgres start(Home home, HomeLock lock, Map<String, String> settings) {
        try {
            Path folder = home.folder("postgres");
            SystemUser.refuseUnreachable(folder);
            Orphan.end(folder.resolve("data"));
            SystemUser.own(folder); // only when nobody works in it any more
            var cluster = new Cluster(PostgresBinaries.folder(), folder, home.secret("postgres.password"));
            cluster.makeWhenMissing();
            var server = new EmbeddedPostgres(home, lock, PostgresProcess.start(cluster, settings));
            new Roles(server.url(SUPERUSER), server.superuser()).ensure(DATABASE, server.owner(), server.application());
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The address of another database on this server. */
    public String url(String database) {
        return process.url(database);
    }

    @Override
    public String url() {
        return url(DATABASE);
    }

    /** The role that may do everything; used for making databases and for backups alone. */
    public Login superuser() {
        return superuser(home);
    }

    @Override
    public Login owner() {
        return owner(home);
    }

    @Override
    public Login application() {
        return application(home);
    }

    /** The superuser of a home's server. */
    public static Login superuser(Home home) {
        return new Login(SUPERUSER, home.secret("postgres.password"));
    }

    static Login owner(Home home) {
        return new Login("relais_owner", home.secret("owner.password"));
    }

    static Login application(Home home) {
        return new Login("relais", home.secret("application.password"));
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
}

package relais.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import relais.platform.database.DatabaseServer;
import relais.platform.database.EmbeddedPostgres;
import relais.platform.database.Folders;
import relais.platform.database.Login;
import relais.platform.database.Migrations;
import relais.platform.files.Home;

/** One real PostgreSQL per test run; each test class works in a fresh copy of the migrated template database. */
public final class TestDatabase {
    private static final Home HOME = Homes.throwaway();
    private static final EmbeddedPostgres SERVER =
            EmbeddedPostgres.start(HOME, Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "60"));
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static volatile String current = "relais";

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::end));
        Migrations.run(SERVER.url(), SERVER.owner(), SERVER.application().user());
        run("ALTER DATABASE relais WITH ALLOW_CONNECTIONS false");
    }

    private TestDatabase() {}

    /** A new database with all migrations done; the name is its own. */
    public static String fresh() {
        String name = "t" + COUNT.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE relais OWNER "
                + SERVER.owner().user());
        return name;
    }

    /** The server with one of its databases in place of the product's. */
    public static DatabaseServer server(String database) {
        return new Database(() -> database);
    }

    /** Does something in the current test's database that only a superuser may. */
    public static <T> T asSuperuser(Work<T> work) {
        return on(SERVER.superuser(), work);
    }

    /** Does something in the current test's database with the rights of the application, unwatched. */
    public static <T> T asApplication(Work<T> work) {
        return on(SERVER.application(), work);
    }

    private static <T> T on(Login login, Work<T> work) {
        try (var connection = DriverManager.getConnection(SERVER.url(current), login.user(), login.password())) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work on a connection of its own. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** The name of the role that the application connects with. */
    public static String applicationRole() {
        return SERVER.application().user();
    }

    static void switchToFresh() {
        current = fresh();
    }

    private static void run(String sql) {
        try (var connection = DriverManager.getConnection(
                        SERVER.url("postgres"),
                        SERVER.superuser().user(),
                        SERVER.superuser().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void end() {
        SERVER.close();
        try {
            Folders.delete(HOME.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the database of the current test class into the application's context. */
    static final class InContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "relais.home=" + HOME.path(),
                            "relais.seal.every=0s", // a test seals when it wants to
                            "relais.outbound.allow=127.0.0.1/32", // where the servers of tests listen
                            "relais.outbound.patience=3s")
                    .applyTo(context);
            context.getBeanFactory().registerSingleton("databaseServer", new Database(() -> current));
        }
    }

    private record Database(java.util.function.Supplier<String> name) implements DatabaseServer {
        @Override
        public String url() {
            return SERVER.url(name.get());
        }

        @Override
        public Login owner() {
            return SERVER.owner();
        }

        @Override
        public Login application() {
            return SERVER.application();
        }

        @Override
        public boolean running() {
            return SERVER.running();
        }

        @Override
        public void close() {
            // the server is shared and ends with the test run
        }
    }
}

package relais.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.platform.files.Home;
import relais.world.Homes;

class EmbeddedPostgresTest {
    private Home home;

    @BeforeEach
    void newHome() {
        home = Homes.throwaway();
    }

    @AfterEach
    void removeHome() throws Exception {
        Folders.delete(home.path());
    }

    @Test
    void theServerIsDurableAndListensOnlyHere() throws Exception {
        try (var server = EmbeddedPostgres.start(home, Map.of());
                var connection = asSuperuser(server)) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(show(connection, setting)).as(setting).isEqualTo("on");
            }
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "password_encryption")).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void nobodyGetsInWithoutThePasswordWhichOnlyTheOwnerReads() throws Exception {
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", "guessed"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(home.secret("postgres.password")).hasSize(48);
        Path secret = home.path().resolve("secrets/postgres.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void asRootTheServerRunsAsAnOrdinaryUserWithoutPrivileges() throws Exception {
        assumeTrue(SystemUser.isRoot());
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            List<String> status = Files.readAllLines(Path.of("/proc/" + postmaster() + "/status"));
            assertThat(status).noneMatch(line -> line.matches("Uid:.*\\b0\\b.*"));
            assertThat(status).contains("NoNewPrivs:\t1");
        }
    }

    @Test
    void aSecondOneOnTheSameFolderIsRefusedByAClearSentence() {
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, Map.of()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Another Relais is already running on the data folder " + home.path());
        }
    }

    @Test
    void aKilledServerIsStartedAgainAndHasEverythingThatWasCommitted() throws Exception {
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            write(server, 1);
            Signals.send("KILL", postmaster());
            await(() -> !server.running());
            await(server::running);
            assertThat(count(server)).isEqualTo(1);
        }
    }

    @Test
    void whatAKilledRelaisLeftBehindIsEndedAndNothingIsLost() throws Exception {
        Process killed = Homes.inAnotherProcess(StartAndWrite.class, home.path().toString());
        assertThat(killed.inputReader().readLine()).isEqualTo("written");
        killed.destroyForcibly().waitFor();
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            assertThat(count(server)).isEqualTo(1);
        }
    }

    @Test
    void anOrphanThatRunsOnIsStoppedBeforeTheNextStart() throws Exception {
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            write(server, 1);
        }
        Process orphan = startedWithoutUs();
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            assertThat(orphan.waitFor(1, TimeUnit.SECONDS)).isTrue();
            assertThat(count(server)).isEqualTo(1);
        }
    }

    @Test
    void aStalePidFileThatNamesAnotherProcessIsNoObstacle() throws Exception {
        EmbeddedPostgres.start(home, Map.of()).close();
        Path pidFile = home.path().resolve("postgres/data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + pidFile.getParent() + "\n0\n5432\n\n");
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            assertThat(server.running()).isTrue();
        }
    }

    @Test
    void dataOfAnotherVersionIsRefusedByAClearSentence() throws Exception {
        EmbeddedPostgres.start(home, Map.of()).close();
        Files.writeString(home.path().resolve("postgres/data/PG_VERSION"), "14\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home, Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to PostgreSQL 14");
    }

    /** A Relais that is killed in the middle of its work. */
    static final class StartAndWrite {
        public static void main(String[] args) throws Exception {
            write(EmbeddedPostgres.start(new Home(Path.of(args[0])), Map.of()), 1);
            System.out.println("written");
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    private Process startedWithoutUs() throws Exception {
        Path bin = PostgresBinaries.folder();
        String data = home.path().resolve("postgres/data").toString();
        var command = SystemUser.unprivileged(
                List.of(
                        bin.resolve("postgres").toString(),
                        "-D",
                        data,
                        "-k",
                        "",
                        "-p",
                        Integer.toString(Homes.freePort())),
                false);
        Process orphan = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path pidFile = home.path().resolve("postgres/data/postmaster.pid");
        await(() -> Files.exists(pidFile));
        return orphan;
    }

    private long postmaster() throws Exception {
        Path pidFile = home.path().resolve("postgres/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(pidFile).getFirst());
    }

    private static Connection asSuperuser(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                server.url(), server.superuser().user(), server.superuser().password());
    }

    private static void write(EmbeddedPostgres server, int rows) throws SQLException {
        try (var connection = asSuperuser(server);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (n int)");
            statement.execute("INSERT INTO kept SELECT generate_series(1, " + rows + ")");
        }
    }

    private static int count(EmbeddedPostgres server) throws SQLException {
        try (var connection = asSuperuser(server);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM kept")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        Homes.await(condition);
    }
}

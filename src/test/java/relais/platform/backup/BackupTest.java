package relais.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.Relais;
import relais.platform.database.EmbeddedPostgres;
import relais.platform.database.Folders;
import relais.platform.database.StartRefused;
import relais.platform.files.Home;
import relais.world.Homes;

class BackupTest {
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final AtomicInteger committed = new AtomicInteger();
    private final List<Throwable> failures = new ArrayList<>();
    private Home home;
    private Path folder;

    @BeforeEach
    void newHome() {
        home = Homes.throwaway();
        folder = Homes.throwaway().path();
    }

    @AfterEach
    void removeHomes() throws Exception {
        Folders.delete(home.path());
        Folders.delete(folder);
    }

    @Test
    void aCopyTakenUnderLoadByTheCommandIsProvedAndBringsEverythingBack() throws Exception {
        Path copy = folder.resolve("copy.relais");
        int committedBefore;
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            prepare(server);
            Files.writeString(home.folder("files").resolve("letter"), "Bonjour");
            List<Thread> writers = writers(server);
            Homes.await(() -> committed.get() > 200);
            committedBefore = committed.get();
            assertThat(command("backup", copy.toString(), "--home", home.path().toString()))
                    .contains("Copied");
            assertThat(committed.get()).as("writers went on meanwhile").isGreaterThan(committedBefore);
            writing.set(false);
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(failures).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(command("backup", "--check", copy.toString())).contains("The copy is whole.");

        var elsewhere = new Home(folder.resolve("elsewhere"));
        command("restore", copy.toString(), "--home", elsewhere.path().toString());
        try (var server = EmbeddedPostgres.start(elsewhere, Map.of())) {
            assertThat(number(server, "SELECT count(*) FROM till.entry")).isGreaterThanOrEqualTo(committedBefore);
            assertThat(number(server, "SELECT sum(amount) FROM till.entry"))
                    .as("each transaction is there whole or not at all")
                    .isEqualTo(number(server, "SELECT amount FROM till.total"));
        }
        assertThat(elsewhere.folder("files").resolve("letter")).hasContent("Bonjour");
    }

    @Test
    void aDamagedOrTruncatedFileIsRefusedBeforeAnythingIsTouched() throws Exception {
        Path copy = smallCopy();
        Path target = folder.resolve("target");
        byte[] whole = Files.readAllBytes(copy);
        Path truncated = Files.write(folder.resolve("truncated"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefused(truncated, target);
        try (var file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.seek(whole.length / 3);
            int old = file.read();
            file.seek(whole.length / 3);
            file.write(old ^ 0x40);
        }
        assertRefused(copy, target);
        assertRefused(Files.writeString(folder.resolve("letter"), "not a copy"), target);
        assertThat(target).doesNotExist();
    }

    @Test
    void aFolderWithSomethingInItIsRefused() throws Exception {
        Path copy = smallCopy();
        Path used = Files.createDirectories(folder.resolve("used"));
        Files.writeString(used.resolve("mine"), "x");
        assertThatThrownBy(() -> Restore.into(new Home(used), copy))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not empty");
        assertThat(used.resolve("mine")).hasContent("x");
    }

    @Test
    void aCopyIsNeverOverwritten() throws Exception {
        Path copy = smallCopy();
        assertThatThrownBy(() -> new BackupCommand(home).run(List.of(copy.toString())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void theCheckNoticesWhatIsMissingInTheRestoredTables() throws Exception {
        try (var server = EmbeddedPostgres.start(home, Map.of());
                var connection = connect(server)) {
            prepare(server);
            List<Manifest.Table> before = Tables.digest(connection);
            run(connection, "INSERT INTO till.entry VALUES (7, 7, 'x')");
            List<Manifest.Table> after = Tables.digest(connection);
            run(connection, "UPDATE till.entry SET note = 'y'");
            assertThat(after).isNotEqualTo(before);
            assertThat(Tables.digest(connection)).isNotEqualTo(after);
        }
    }

    private Path smallCopy() throws Exception {
        Path copy = folder.resolve("small.relais");
        try (var server = EmbeddedPostgres.start(home, Map.of())) {
            prepare(server);
            new Backup(home, server).write(copy);
        }
        return copy;
    }

    private static void assertRefused(Path file, Path target) {
        assertThatThrownBy(() -> Restore.into(new Home(target), file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not a whole copy")
                .hasMessageContaining("Nothing was changed");
    }

    private List<Thread> writers(EmbeddedPostgres server) {
        var writers = new ArrayList<Thread>();
        for (int n = 0; n < 3; n++) {
            int number = n;
            writers.add(Thread.ofPlatform().start(() -> write(server, number)));
        }
        return writers;
    }

    private void write(EmbeddedPostgres server, int writer) {
        try (var connection = connect(server)) {
            connection.setAutoCommit(false);
            for (int n = 0; writing.get(); n++) {
                run(connection, "UPDATE till.total SET amount = amount + " + n);
                run(connection, "INSERT INTO till.entry VALUES (" + writer + ", " + n + ", repeat('é', 300))");
                connection.commit();
                committed.incrementAndGet();
            }
        } catch (SQLException e) {
            failures.add(e);
        }
    }

    private static void prepare(EmbeddedPostgres server) throws SQLException {
        try (var connection = connect(server)) {
            run(connection, "CREATE SCHEMA till");
            run(connection, "CREATE TABLE till.entry (writer int, amount bigint, note text)");
            run(connection, "CREATE TABLE till.total (amount bigint)");
            run(connection, "INSERT INTO till.total VALUES (0)");
        }
    }

    private static String command(String... words) throws Exception {
        Process process = Homes.inAnotherProcess(Relais.class, words);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                server.url(), server.superuser().user(), server.superuser().password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

package relais.platform.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import relais.platform.database.DatabaseServer;
import relais.platform.database.EmbeddedPostgres;
import relais.platform.database.Login;
import relais.platform.database.StartRefused;
import relais.platform.files.Home;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a copy of a whole installation while it runs.
 *
 * <p>The database's files are copied between pg_backup_start and pg_backup_stop, with the log written meanwhile: restored,
 * they hold exactly what was committed when the backup stopped. In that same {@link StillPoint still moment} a snapshot
 * is taken, from which the manifest's counts and checksums come; so the copy can be proved.
 */
final class Backup {
    private static final String DATA = "postgres/data/";
    private static final Set<String> CONTENT_LEFT_OUT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_dynshmem");
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init", "pg_control");

    private final Home home;
    private final Path data;
    private final DatabaseServer server;

    Backup(Home home, DatabaseServer server) {
        this.home = home;
        this.data = home.path().resolve(DATA);
        this.server = server;
    }

    /** Writes the copy to a file that does not exist yet; it appears there only when it is complete. */
    Manifest write(Path file) throws Exception {
        if (Files.exists(file)) {
            throw new StartRefused(file + " exists already. Choose another name: a copy is never overwritten.");
        }
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".relais-backup-",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Manifest manifest = writeDraft(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Manifest writeDraft(Path draft) throws Exception {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                Connection session = connect();
                Connection locking = connect();
                Connection reader = connect()) {
            Manifest manifest;
            try (var archive = new ArchiveWriter(FileChannel.open(draft, StandardOpenOption.WRITE))) {
                manifest = write(archive, session, locking, reader);
            }
            channel.force(true);
            return manifest;
        }
    }

    private Manifest write(ArchiveWriter archive, Connection session, Connection locking, Connection reader)
            throws Exception {
        keepLog(session);
        String startFile = value(session, "SELECT pg_walfile_name(pg_backup_start('relais', true))");
        copyData(archive, data);
        archive.file(
                DATA + "global/pg_control", data.resolve("global/pg_control")); // last, as PostgreSQL's manual wants
        Stop stop = new StillPoint(locking).with(reader, () -> stop(session));
        archive.bytes(DATA + "backup_label", stop.label().getBytes(StandardCharsets.UTF_8));
        copyLog(archive, startFile, stop.lastFile());
        copyFolder(archive, "files");
        copyFolder(archive, "secrets");
        var manifest = new Manifest(
                Manifest.FORMAT,
                Instant.now(),
                value(reader, "SHOW server_version"),
                stop.lsn(),
                archive.digests(),
                Tables.digest(reader));
        archive.bytes(Manifest.NAME, JsonMapper.shared().writeValueAsBytes(manifest));
        return manifest;
    }

    /** Without a slot PostgreSQL could reuse the log's files before they are copied; it ends with the session. */
    private static void keepLog(Connection session) throws SQLException {
        value(session, "SELECT pg_create_physical_replication_slot('relais_backup', true, true)::text");
    }

    private record Stop(String lsn, String label, String lastFile) {}

    private static Stop stop(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery("""
                        SELECT lsn::text, labelfile, pg_walfile_name(lsn)
                        FROM pg_backup_stop(wait_for_archive => false)""")) {
            row.next();
            return new Stop(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    /** Lists each folder only when it gets there, since tables and temporary files come and go meanwhile. */
    private void copyData(ArchiveWriter archive, Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> content = Files.list(folder)) {
            paths = content.sorted().toList();
        } catch (NoSuchFileException vanished) {
            return;
        }
        for (Path path : paths) {
            if (LEFT_OUT.contains(name(path)) || name(path).startsWith("pgsql_tmp")) {
                continue;
            }
            if (Files.isDirectory(path)) {
                archive.folder(DATA + data.relativize(path));
                if (!folder.equals(data) || !CONTENT_LEFT_OUT.contains(name(path))) {
                    copyData(archive, path);
                }
            } else {
                archive.file(DATA + data.relativize(path), path);
            }
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private void copyLog(ArchiveWriter archive, String first, String last) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("pg_wal"))) {
            for (Path file : files.sorted().toList()) {
                String name = name(file);
                if (name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                    archive.file(DATA + "pg_wal/" + name, file);
                }
            }
        }
    }

    /** After the database: whatever its rows name was written before them, so it is here now. */
    private void copyFolder(ArchiveWriter archive, String name) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(home.folder(name))) {
            paths = all.sorted().toList();
        }
        for (Path path : paths) {
            String entry = home.path().relativize(path).toString();
            if (Files.isDirectory(path)) {
                archive.folder(entry);
            } else if (Files.isRegularFile(path)) {
                archive.file(entry, path);
            }
        }
    }

    private Connection connect() throws SQLException {
        Login superuser = EmbeddedPostgres.superuser(home);
        return DriverManager.getConnection(server.url(), superuser.user(), superuser.password());
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

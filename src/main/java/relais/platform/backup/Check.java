package relais.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.platform.database.EmbeddedPostgres;
import relais.platform.database.Folders;
import relais.platform.files.Home;

/** Proves a copy: restores it into a throwaway folder, starts it and compares every table with the manifest. */
final class Check {
    private Check() {}

    /** One table in the copy's manifest and as it was restored. */
    record Line(String table, Manifest.@Nullable Table copied, Manifest.@Nullable Table restored) {
        boolean equal() {
            return copied != null && copied.equals(restored);
        }
    }

    static List<Line> of(Path file) throws IOException, SQLException {
        Path throwaway = Files.createTempDirectory("relais-check-");
        try {
            Files.setPosixFilePermissions(throwaway, PosixFilePermissions.fromString("rwx--x--x"));
            var home = new Home(throwaway.resolve("home"));
            Manifest manifest = Restore.into(home, file);
            return compare(manifest.tables(), restored(home));
        } finally {
            Folders.delete(throwaway);
        }
    }

    private static List<Manifest.Table> restored(Home home) throws SQLException {
        try (var server = EmbeddedPostgres.start(home, Map.of());
                var connection = DriverManager.getConnection(
                        server.url(),
                        server.superuser().user(),
                        server.superuser().password())) {
            return Tables.digest(connection);
        }
    }

    private static List<Line> compare(List<Manifest.Table> copied, List<Manifest.Table> restored) {
        var lines = new LinkedHashMap<String, Line>();
        copied.forEach(table -> lines.put(table.name(), new Line(table.name(), table, null)));
        restored.forEach(table -> lines.merge(
                table.name(),
                new Line(table.name(), null, table),
                (known, added) -> new Line(known.table(), known.copied(), added.restored())));
        return List.copyOf(lines.values());
    }
}

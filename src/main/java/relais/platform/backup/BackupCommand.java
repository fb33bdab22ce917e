package relais.platform.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import relais.platform.commands.Command;
import relais.platform.database.DatabaseServers;
import relais.platform.database.StartRefused;
import relais.platform.files.Home;

/** {@code ./relais backup FILE} and {@code ./relais backup --check FILE}. */
public record BackupCommand(Home home) implements Command {
    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String help() {
        return "FILE | --check FILE: copies everything into one file, or proves such a file";
    }

    @Override
    public int run(List<String> words) throws Exception {
        if (words.size() == 2 && words.getFirst().equals("--check")) {
            return check(Path.of(words.get(1)));
        }
        if (words.size() != 1 || words.getFirst().startsWith("-")) {
            throw new StartRefused("Usage: ./relais backup FILE, or ./relais backup --check FILE");
        }
        return backup(Path.of(words.getFirst()).toAbsolutePath());
    }

    private int backup(Path file) throws Exception {
        if (!System.getenv().getOrDefault("RELAIS_DATABASE_URL", "").isBlank()) {
            throw new StartRefused(
                    "The database is not Relais' own (RELAIS_DATABASE_URL): copy it by its own means, such as"
                            + " pg_basebackup, and the folder " + home.path() + " beside it.");
        }
        try (var server = DatabaseServers.embeddedOf(home)) {
            Manifest manifest = new Backup(home, server).write(file);
            long rows =
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
            System.out.printf(
                    Locale.ROOT,
                    "Copied %d tables with %d rows and %d files to %s%n",
                    manifest.tables().size(),
                    rows,
                    manifest.entries().size(),
                    file);
        }
        return 0;
    }

    private static int check(Path file) throws Exception {
        List<Check.Line> lines = Check.of(file.toAbsolutePath());
        System.out.printf("%-50s %12s %12s  %s%n", "table", "copied", "restored", "content");
        for (Check.Line line : lines) {
            System.out.printf(
                    "%-50s %12s %12s  %s%n",
                    line.table(), rows(line.copied()), rows(line.restored()), line.equal() ? "equal" : "DIFFERENT");
        }
        boolean whole = lines.stream().allMatch(Check.Line::equal);
        System.out.println(whole ? "The copy is whole." : "The copy is NOT what was there.");
        return whole ? 0 : 1;
    }

    private static String rows(Manifest.@org.jspecify.annotations.Nullable Table table) {
        return table == null ? "none" : Long.toString(table.rows());
    }
}

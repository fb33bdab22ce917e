package relais.records.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.commands.Command;
import relais.platform.commands.Options;
import relais.platform.tenancy.Tenancy;

/** {@code ./relais verify}: walks the chains of all workspaces, or prints their heads to be kept elsewhere. */
@Component
class VerifyCommand implements Command {
    private static final int BROKEN = 1;
    private static final int USAGE = 2;

    private final Workspaces workspaces;
    private final Verifier verifier;
    private final Seals seals;

    VerifyCommand(Workspaces workspaces, Verifier verifier, Seals seals) {
        this.workspaces = workspaces;
        this.verifier = verifier;
        this.seals = seals;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String help() {
        return "[--workspace W] [--head FILE] | head [--workspace W]";
    }

    @Override
    public int run(List<String> args) throws IOException {
        var options = Options.of(args);
        var chosen = chosen(options.values().getOrDefault("workspace", ""));
        boolean heads = options.words().equals(List.of("head"));
        if (!heads && !options.words().isEmpty()) {
            System.err.println("Usage: ./relais verify " + help());
            return USAGE;
        }
        if (chosen.isEmpty()) {
            System.err.println("There is no such workspace. These are all: "
                    + String.join(
                            ", ", workspaces.all().stream().map(Workspace::slug).toList()));
            return USAGE;
        }
        return heads ? heads(chosen) : verify(chosen, options.values().getOrDefault("head", ""));
    }

    private List<Workspace> chosen(String name) {
        return workspaces.all().stream()
                .filter(w -> name.isEmpty() || w.slug().equals(name) || w.name().equals(name))
                .toList();
    }

    private int heads(List<Workspace> chosen) {
        chosen.forEach(w -> System.out.println(ScopedValue.where(Tenancy.CURRENT, w.id())
                .call(() -> seals.head().text())));
        return 0;
    }

    private int verify(List<Workspace> chosen, String file) throws IOException {
        var known = new ArrayList<Head>();
        if (!file.isEmpty()) {
            for (var line : Files.readAllLines(Path.of(file))) {
                if (!line.isBlank()) {
                    known.add(Head.parse(line)
                            .orElseThrow(() -> new IOException(file + " holds a line that is no head of a chain")));
                }
            }
        }
        boolean intact = true;
        for (var workspace : chosen) {
            var report = ScopedValue.where(Tenancy.CURRENT, workspace.id()).call(() -> verifier.verify(known));
            tell(workspace, report);
            intact &= report.intact();
        }
        return intact ? 0 : BROKEN;
    }

    private static void tell(Workspace workspace, Report report) {
        System.out.printf(
                Locale.ROOT,
                "%s: %s. %d seals, %d operations and %d changes verified; sealed until %s; %d waiting; %d erased.%n",
                workspace.slug(),
                report.intact() ? "intact" : "NOT INTACT, " + report.found() + " found",
                report.seals(),
                report.operations(),
                report.changes(),
                report.until().map(Object::toString).orElse("never"),
                report.waiting(),
                report.erased());
        report.findings()
                .forEach(f -> System.out.println(
                        "  " + f.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                                + String.join(" ", f.args())));
        long more = report.found() - report.findings().size();
        if (more > 0) {
            System.out.println("  and " + more + " more");
        }
    }
}

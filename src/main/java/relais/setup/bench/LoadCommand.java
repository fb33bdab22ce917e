package relais.setup.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.commands.Command;
import relais.platform.commands.Options;
import relais.platform.files.Home;
import relais.platform.tenancy.Tenancy;
import relais.setup.seed.Seeded;

/** {@code ./relais load}: what {@code ./relais bench} does with a Relais that runs on seeded data. */
@Component
class LoadCommand implements Command {
    private static final int USAGE = 2;
    private static final int FALLS_SHORT = 3;
    private static final int CLIENTS = 8;
    private static final int SAMPLES = 2_000;
    private static final int SEARCHED = 200;
    private static final int NAMESAKES = 10;

    private final Workspaces workspaces;
    private final Samples samples;
    private final Home home;

    LoadCommand(Workspaces workspaces, Samples samples, Home home) {
        this.workspaces = workspaces;
        this.samples = samples;
        this.home = home;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String help() {
        return "--url http://localhost:8080 [--seconds 15] [--json FILE]   measures a running Relais on seeded data";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var options = Options.of(args).values();
        var seeded =
                workspaces.all().stream().filter(w -> Seeded.customers(w) > 0).reduce((older, newer) -> newer);
        if (seeded.isEmpty() || !options.containsKey("url")) {
            System.err.println("Usage: ./relais load " + help() + "; the data come from ./relais seed");
            return USAGE;
        }
        var seconds = Duration.ofSeconds(Long.parseLong(options.getOrDefault("seconds", "15")));
        var report = measure(seeded.get(), options.get("url"), seconds);
        System.out.print(report.table());
        if (options.containsKey("json")) {
            Files.writeString(Path.of(options.get("json")), report.json());
        }
        return report.within() ? 0 : FALLS_SHORT;
    }

    private Report measure(Workspace workspace, String url, Duration time) throws InterruptedException {
        int customers = Seeded.customers(workspace);
        var known = ScopedValue.where(Tenancy.CURRENT, workspace.id()).call(() -> samples.some(SAMPLES, customers));
        var heavy = ScopedValue.where(Tenancy.CURRENT, workspace.id()).call(samples::heavy);
        var visitors = new ArrayList<Visitor>();
        for (int i = 0; i < CLIENTS; i++) {
            var visitor = new Visitor(url);
            visitor.signIn(Seeded.AGENT, home.secret(Seeded.SECRET));
            visitors.add(visitor);
        }
        var scenarios = new Scenarios(known, heavy);
        var load = new Load(visitors);
        var rows = new ArrayList<Measured>();
        for (var scenario : scenarios.all(scenarios.deep(visitors.getFirst()))) {
            load.run(scenario, CLIENTS, time.dividedBy(3)); // warm-up
            rows.add(load.run(scenario, 1, time));
            rows.add(load.run(scenario, CLIENTS, time));
        }
        var recall = new Recall(visitors.getFirst(), searched(workspace, known)).lines();
        visitors.forEach(Visitor::close);
        return new Report(customers, rows, recall, load.failure());
    }

    private List<Samples.Known> searched(Workspace workspace, List<Samples.Known> known) {
        return ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .call(() -> known.stream()
                        .filter(k -> samples.namesakes(k.nameKey()) <= NAMESAKES)
                        .limit(SEARCHED)
                        .toList());
    }
}

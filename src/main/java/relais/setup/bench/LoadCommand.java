package relais.setup.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.commands.Command;
import relais.platform.commands.Options;
import relais.records.types.Values;
import relais.setup.seed.Seeded;

/** {@code ./relais load}: what {@code ./relais bench} does with a Relais that runs on seeded data. */
@Component
class LoadCommand implements Command {
    private static final int USAGE = 2;
    private static final int FALLS_SHORT = 3;

    private final Workspaces workspaces;
    private final Measuring measuring;

    LoadCommand(Workspaces workspaces, Measuring measuring) {
        this.workspaces = workspaces;
        this.measuring = measuring;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String help() {
        return "--url http://localhost:8080 [--seconds 15] [--bulk N] [--json FILE] [--against FILE]"
                + " | --url U --soak MINUTES [--chart FILE] [--json FILE]   measures a running Relais on seeded data;"
                + " --seconds 0 measures the bulk work alone";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var options = Options.of(args).values();
        var url = Optional.ofNullable(options.get("url"));
        var seconds = number(options.getOrDefault("seconds", "15"));
        var bulk = number(options.getOrDefault("bulk", "0"));
        var soak = number(options.getOrDefault("soak", "0"));
        var seeded =
                workspaces.all().stream().filter(w -> Seeded.customers(w) > 0).reduce((older, newer) -> newer);
        if (seeded.isEmpty() || url.isEmpty() || seconds < 0 || bulk < 0 || soak < 0) {
            System.err.println("Usage: ./relais load " + help() + "; the data come from ./relais seed");
            return USAGE;
        }
        if (soak > 0) {
            return soak(seeded.get(), url.get(), soak, options.get("chart"), options.get("json"));
        }
        var report = measuring.measure(seeded.get(), url.get(), Duration.ofSeconds(seconds), bulk);
        System.out.print(report.text());
        var former = options.get("against");
        if (former != null) {
            var json = Values.parse(Files.readString(Path.of(former)));
            System.out.print(
                    Growth.since(json, report.customers(), report.rows()).section());
        }
        write(options.get("json"), report.json());
        return report.within() ? 0 : FALLS_SHORT;
    }

    private int soak(Workspace workspace, String url, int minutes, @Nullable String chart, @Nullable String json)
            throws InterruptedException, IOException {
        var report = measuring.soak(workspace, url, Duration.ofMinutes(minutes));
        System.out.print(report.section(Seeded.customers(workspace)));
        write(chart, SoakChart.of(report));
        write(json, report.json());
        return report.steady() ? 0 : FALLS_SHORT;
    }

    private static void write(@Nullable String file, String text) throws IOException {
        if (file != null) {
            Files.writeString(Path.of(file), text);
        }
    }

    /** -1 for what is no number. */
    private static int number(String text) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
    }
}

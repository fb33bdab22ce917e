package relais.setup.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relais.platform.files.Home;

/** The memory of a running Relais and of its embedded database, in megabytes; shared pages count once (PSS). */
final class Footprint {
    private static final Pattern OLD = Pattern.compile("(?i)tenured(?: generation)?\\s+total \\d+K, used (\\d+)K");
    private static final double KILO = 1024;

    private final ProcessHandle server;
    private final ProcessHandle java;

    private Footprint(ProcessHandle server, ProcessHandle java) {
        this.server = server;
        this.java = java;
    }

    /** What runs on this data folder: the database server, and Relais, which started it. */
    static Footprint of(Home home) {
        try (var lines = Files.lines(home.path().resolve("postgres/data/postmaster.pid"))) {
            var server = ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
            return new Footprint(server, server.parent().orElseThrow());
        } catch (IOException notRunning) {
            throw new IllegalStateException("No Relais runs on " + home.path(), notRunning);
        }
    }

    /**
     * One look.
     *
     * @param java all of Relais
     * @param heap what lives in its old generation, garbage included
     * @param database the database's own memory, without the cache that its processes share
     * @param whole Relais and the database with that cache
     */
    record Reading(double java, double heap, double database, double whole) {}

    Reading read() {
        double relais = pss(java, "Pss");
        double own = database("Pss_Anon");
        return new Reading(relais, heap(), own, relais + database("Pss"));
    }

    /** Relais alone. */
    double java() {
        return pss(java, "Pss");
    }

    private double database(String kind) {
        return Stream.concat(Stream.of(server), server.children())
                .mapToDouble(p -> pss(p, kind))
                .sum();
    }

    private static double pss(ProcessHandle process, String kind) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
            return lines.filter(l -> l.startsWith(kind + ":"))
                    .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / KILO)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0; // processes of the database come and go
        }
    }

    private double heap() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var asked = new ProcessBuilder(jcmd, Long.toString(java.pid()), "GC.heap_info")
                    .redirectErrorStream(true)
                    .start();
            var told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var used = OLD.matcher(told);
            return used.find() ? Double.parseDouble(used.group(1)) / KILO : 0;
        } catch (IOException untold) {
            return 0;
        }
    }
}

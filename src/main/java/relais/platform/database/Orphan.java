package relais.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL left behind on our data folder by a Relais that was killed; called only under the folder's lock. */
final class Orphan {
    private Orphan() {}

    /** Stops what still runs there, however long it takes, and removes a postmaster.pid that nobody owns any more. */
    static void end(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (Files.exists(pidFile)) {
                running(pidFile, data).ifPresent(Orphan::stop);
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }

    private static Optional<ProcessHandle> running(Path pidFile, Path data) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid).filter(process -> worksIn(process, data));
    }

    /** A zombie has no working directory any more, and a process that took over the number has another one. */
    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(ProcessHandle process) {
        System.out.println("A database of a former Relais is still running; stopping it first.");
        long started = System.nanoTime();
        Signals.send("INT", process.pid());
        while (process.isAlive()) {
            Waiting.pause(Duration.ofMillis(100));
            if (System.nanoTime() - started > Duration.ofSeconds(60).toNanos()) {
                Signals.send("QUIT", process.pid());
                started = System.nanoTime();
            }
        }
    }
}

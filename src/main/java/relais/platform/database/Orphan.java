package relais.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A PostgreSQL left behind on our data folder by a Relais that was killed; called only under the folder's lock. */
final class Orphan {
    private static final Duration GRACE = Duration.ofSeconds(60);

    private Orphan() {}

    /**
     * Stops what still works in the folder, however long it takes, then removes the postmaster.pid.
     *
     * <p>Its children count too: without the file PostgreSQL would not notice that some of them still write.
     */
    static void end(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile) || !Files.isDirectory(Path.of("/proc/self"))) {
            return; // without /proc PostgreSQL's own check has to do
        }
        try {
            stopAll(data, pidFile);
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }

    private static void stopAll(Path data, Path pidFile) throws IOException {
        List<ProcessHandle> left = workingIn(data);
        if (left.isEmpty()) {
            return;
        }
        System.out.println("A database of a former Relais still runs on this data folder; stopping it first.");
        String server = Files.readAllLines(pidFile).getFirst().strip();
        left.stream()
                .filter(process -> server.equals(Long.toString(process.pid())))
                .forEach(process -> Signals.send("INT", process.pid()));
        long patience = System.nanoTime() + GRACE.toNanos();
        while (!workingIn(data).isEmpty()) {
            Waiting.pause(Duration.ofMillis(100));
            if (System.nanoTime() > patience) {
                workingIn(data).forEach(process -> Signals.send("QUIT", process.pid()));
                patience = System.nanoTime() + GRACE.toNanos();
            }
        }
    }

    /** A zombie has no working directory any more, and a process that took over the number has another one. */
    private static List<ProcessHandle> workingIn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> isSame(Path.of("/proc/" + process.pid() + "/cwd"), data))
                .toList();
    }

    private static boolean isSame(Path link, Path data) {
        try {
            return Files.isSameFile(link, data);
        } catch (IOException e) {
            return false;
        }
    }
}

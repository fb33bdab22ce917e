package relais.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running postgres and the thread that watches it: when it dies while it is wanted, it is started again. */
final class PostgresProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);

    private static final int PATIENCE = 4;

    private final Cluster cluster;
    private final Map<String, String> extra;
    private final CompletableFuture<Void> firstAnswer = new CompletableFuture<>();
    private volatile boolean wanted = true;
    private volatile boolean answers;
    private volatile int port;
    private volatile @Nullable Process process;

    private PostgresProcess(Cluster cluster, Map<String, String> extra) {
        this.cluster = cluster;
        this.extra = extra;
    }

    static PostgresProcess start(Cluster cluster, Map<String, String> extra) {
        var started = new PostgresProcess(cluster, extra);
        // The system ends postgres when the thread that spawned it ends: so one thread spawns, watches and lives on.
        Thread.ofPlatform().daemon().name("postgres").start(started::watch);
        started.awaitFirstAnswer();
        return started;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    boolean answers() {
        return answers;
    }

    private void awaitFirstAnswer() {
        try {
            firstAnswer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void watch() {
        int failures = 0;
        for (Process spawned = spawnIfWanted(); spawned != null; spawned = spawnIfWanted()) {
            boolean answered = awaitAnswer(spawned);
            Waiting.forEnd(spawned);
            answers = false;
            failures = answered || heldByItsPast() ? 0 : failures + 1;
            if (wanted && !firstAnswer.isDone() && failures > PATIENCE) {
                firstAnswer.completeExceptionally(new StartRefused("The database does not start:\n" + endOfLog()));
                return;
            }
            if (wanted) {
                LOG.warn("The database ended unexpectedly; starting it again");
                Waiting.pause(Duration.ofMillis(Math.min(2_000, 200L << Math.min(failures, 4))));
            }
        }
    }

    /** The last children of a killed server keep its shared memory for a moment: no reason to give up. */
    private boolean heldByItsPast() {
        return lastOfLog().contains("shared memory");
    }

    private synchronized @Nullable Process spawnIfWanted() {
        process = wanted ? spawn() : null;
        return process;
    }

    private Process spawn() {
        Orphan.end(cluster.data());
        try {
            port = freePort();
            var command = new ArrayList<>(List.of(
                    cluster.bin().resolve("postgres").toString(),
                    "-D",
                    cluster.data().toString()));
            var all = new LinkedHashMap<>(PostgresSettings.here(cluster.folder()));
            all.putAll(extra);
            all.put("port", Integer.toString(port));
            all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
            return new ProcessBuilder(SystemUser.unprivileged(command, true))
                    .directory(cluster.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean awaitAnswer(Process spawned) {
        long began = System.nanoTime();
        long told = 0;
        while (spawned.isAlive()) {
            if (connects()) {
                answers = true;
                firstAnswer.complete(null);
                return true;
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            if (seconds >= told + 5) {
                told = seconds;
                System.out.println("The database is recovering (" + seconds + " s): " + lastOfLog());
            }
            Waiting.pause(Duration.ofMillis(50));
        }
        return false;
    }

    private boolean connects() {
        try (var connection = DriverManager.getConnection(
                url("postgres") + "?connectTimeout=2&socketTimeout=5",
                EmbeddedPostgres.SUPERUSER,
                cluster.password())) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Smart-then-fast: the pool is closed by now, so a fast shutdown cuts nobody off. */
    void stop() {
        Process running = unwanted();
        if (running == null) {
            return;
        }
        Signals.send("INT", running.pid());
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                Signals.send("QUIT", running.pid());
                running.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Process unwanted() {
        wanted = false;
        return process;
    }

    private String lastOfLog() {
        String end = endOfLog();
        return end.substring(end.lastIndexOf('\n') + 1);
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(cluster.log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException e) {
            return "(no log at " + cluster.log() + ")";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

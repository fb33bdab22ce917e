package relais.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import relais.platform.files.Home;

/** Throwaway data folders and other processes, for tests that kill and restore. */
public final class Homes {
    private Homes() {}

    /** A new home that the database's own user can reach. */
    public static Home throwaway() {
        try {
            Path folder = Files.createTempDirectory("relais-test-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new Home(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the main method of a class in a Java of its own, with this one's class path. */
    public static Process inAnotherProcess(Class<?> main, String... args) throws IOException {
        return program(main, args)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The main method of a class, to be started in a Java of its own with this one's class path. */
    public static ProcessBuilder program(Class<?> main, String... args) {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command);
    }

    /** A port nobody listens on at this moment. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits for a condition, and fails after a minute. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within a minute");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

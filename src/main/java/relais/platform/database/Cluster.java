package relais.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data folder of the embedded server: made once, complete or not at all. */
record Cluster(Path bin, Path folder, String password) {
    private static final long LOG_LIMIT = 10_000_000;
    private static volatile boolean abandoned;

    /** Relais ends before a data folder is made: the half one is deleted at the next start. */
    static void abandon() {
        abandoned = true;
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("initdb"))
                .forEach(ProcessHandle::destroy);
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /** Makes the data folder under a draft name and renames it, so that a kill in between leaves no half one. */
    void makeWhenMissing() {
        try {
            turnLog();
            if (Files.isDirectory(data())) {
                refuseOtherVersion();
            } else {
                make();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the database's folder " + data(), e);
        }
    }

    private void make() throws IOException {
        Path draft = folder.resolve("draft");
        Folders.delete(draft);
        Path passwordFile = folder.resolve("password.draft");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, Folders.ownerOnly());
        Files.writeString(passwordFile, password);
        SystemUser.own(folder);
        initialise(draft, passwordFile);
        Files.delete(passwordFile);
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path draft, Path passwordFile) throws IOException {
        var command = new ArrayList<>(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + EmbeddedPostgres.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8"));
        command.addAll(
                major() >= 17
                        ? List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
                        : List.of("--locale=C.UTF-8"));
        var process = new ProcessBuilder(SystemUser.unprivileged(command, true))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        if (abandoned) {
            process.destroy();
        }
        String said = output(process);
        if (Waiting.forEnd(process) != 0) {
            throw new StartRefused("The database could not be made in " + folder + ":\n" + said.strip());
        }
    }

    private void refuseOtherVersion() throws IOException {
        int made =
                Integer.parseInt(Files.readString(data().resolve("PG_VERSION")).strip());
        if (made != major()) {
            throw new StartRefused("The data in " + data() + " belongs to PostgreSQL " + made + ", but the programs in "
                    + bin + " are version " + major() + ". Start with the former programs (RELAIS_PG_BIN).");
        }
    }

    private int major() throws IOException {
        var process = new ProcessBuilder(bin.resolve("postgres").toString(), "--version").start();
        String said = output(process);
        Waiting.forEnd(process);
        return Integer.parseInt(said.replaceFirst("(?s)^\\D*(\\d+).*$", "$1"));
    }

    private void turnLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.move(log(), folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

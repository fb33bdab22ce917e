package relais.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The data folder of the embedded server: made once, complete or not at all. */
record Cluster(Path bin, Path folder, String password) {
    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /** Makes the data folder under a draft name and renames it, so that a kill in between leaves no half one. */
    void makeWhenMissing() {
        if (Files.isDirectory(data())) {
            return;
        }
        try {
            Path draft = folder.resolve("draft");
            Folders.delete(draft);
            Path passwordFile = Files.writeString(folder.resolve("password.draft"), password);
            SystemUser.own(folder);
            initialise(draft, passwordFile);
            Files.delete(passwordFile);
            Files.move(draft, data());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the database's folder " + data(), e);
        }
    }

    private void initialise(Path draft, Path passwordFile) throws IOException {
        var command = new ArrayList<>(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + draft,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8"));
        command.addAll(
                major() >= 17
                        ? List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
                        : List.of("--locale=C.UTF-8"));
        var process = new ProcessBuilder(SystemUser.unprivileged(command, false))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (Waiting.forEnd(process) != 0) {
            throw new StartRefused("The database could not be made in " + folder + ":\n" + said.strip());
        }
    }

    private int major() throws IOException {
        var process = new ProcessBuilder(bin.resolve("postgres").toString(), "--version").start();
        String said = new String(process.getInputStream().readAllBytes());
        Waiting.forEnd(process);
        return Integer.parseInt(said.replaceFirst("(?s)^\\D*(\\d+).*$", "$1"));
    }
}

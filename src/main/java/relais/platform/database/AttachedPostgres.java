package relais.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import relais.platform.files.Home;

/** The embedded server of a Relais that runs in another process, for commands that work beside it. */
record AttachedPostgres(Home home, int port) implements DatabaseServer {

    /** Reads where the running server listens; the caller has seen that the home is locked. */
    static AttachedPostgres of(Home home) {
        Path file = home.path().resolve("postgres/data/postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            return new AttachedPostgres(home, Integer.parseInt(lines.get(3).strip()));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new StartRefused("Relais on " + home.path()
                    + " is starting or stopping, or another command holds it. Try again in a moment.");
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE;
    }

    @Override
    public Login owner() {
        return EmbeddedPostgres.owner(home);
    }

    @Override
    public Login application() {
        return EmbeddedPostgres.application(home);
    }

    @Override
    public boolean running() {
        return true;
    }

    @Override
    public void close() {
        // the running Relais goes on with it
    }
}

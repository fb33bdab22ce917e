package relais.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The address of the running Relais, left in its home for the commands that make links.
 *
 * <p>It is not in the lock file: a process that reads that one and closes it would give its own lock back.
 */
public record LeftAddress(Home home) {
    private static final String FILE = "relais.address";

    /** Leaves the address at which people reach the Relais that has the lock of the home. */
    public void leave(String address) {
        try {
            Files.writeString(file(), address + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(), e);
        }
    }

    /** Takes it away: Relais stops, or another begins to start where one was killed. */
    public void withdraw() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file(), e);
        }
    }

    /** The address, when a Relais runs in this home. */
    public Optional<String> find() {
        try {
            return Optional.of(Files.readString(file()).strip()).filter(address -> !address.isEmpty());
        } catch (NoSuchFileException nobodyRuns) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(), e);
        }
    }

    private Path file() {
        return home.path().resolve(FILE);
    }
}

package relais.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import relais.platform.files.Home;
import relais.platform.files.LeftAddress;

/** Keeps a second Relais away from the same data folder; the system gives it back even after a kill. */
public final class HomeLock implements AutoCloseable {
    // A channel that nobody refers to is closed by the garbage collector, and its lock with it.
    private static final Set<HomeLock> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or refuses with the sentence that another Relais has it. */
    public static HomeLock take(Home home) {
        return tryTake(home)
                .orElseThrow(() -> new StartRefused("Another Relais is already running on the data folder "
                        + home.path() + ". Stop it first, or give this one its own folder with --home."));
    }

    static Optional<HomeLock> tryTake(Home home) {
        try {
            var channel = FileChannel.open(
                    home.folder("secrets").resolveSibling("relais.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            new LeftAddress(home).withdraw(); // of one that was killed
            var lock = new HomeLock(channel);
            HELD.add(lock);
            return Optional.of(lock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock the data folder " + home.path(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        HELD.remove(this);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

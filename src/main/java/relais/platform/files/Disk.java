package relais.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** Watches the space left for the home, so that writing is refused in time and reading goes on. */
public final class Disk {
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final FileStore store;
    private final long reserve;
    private volatile long looked = System.nanoTime() - LOOK_AGAIN;
    private volatile boolean full;

    public Disk(Home home, long reserve) {
        this.reserve = reserve;
        try {
            this.store = Files.getFileStore(home.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether so little space is left that the database could no longer keep its promises. */
    public boolean full() {
        if (System.nanoTime() - looked > LOOK_AGAIN) {
            looked = System.nanoTime();
            full = !roomFor(0);
        }
        return full;
    }

    /** Whether this many bytes fit and leave the reserve untouched. */
    public boolean roomFor(long bytes) {
        try {
            return store.getUsableSpace() - bytes > reserve;
        } catch (IOException e) {
            return false;
        }
    }
}

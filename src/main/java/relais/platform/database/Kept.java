package relais.platform.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.tenancy.Tenancy;

/**
 * What every page needs and little changes, kept per workspace for seconds. This Relais forgets it at once when told;
 * others on the same database see a change when the time is over.
 */
public final class Kept<K, V> {
    private static final int MOST = 10_000;

    private final Cache<Place<K>, V> cache;
    private final TransactionTemplate reading;

    private record Place<K>(UUID workspace, K key) {}

    /** Keeps what was read for so long. */
    public Kept(PlatformTransactionManager transactions, Duration time) {
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(time).maximumSize(MOST).build();
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What is known of this key in the current workspace, or else is read, in a transaction. */
    public V get(K key, Supplier<V> read) {
        var place = new Place<>(Tenancy.id(), key);
        var known = cache.getIfPresent(place);
        if (known == null) {
            known = Objects.requireNonNull(reading.execute(status -> read.get()));
            cache.put(place, known);
        }
        return known;
    }

    /** Forgets what is known of the current workspace, at once and again when the transaction that changes it ends. */
    public void forget() {
        var workspace = Tenancy.id();
        drop(workspace);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    drop(workspace);
                }
            });
        }
    }

    private void drop(UUID workspace) {
        cache.asMap().keySet().removeIf(p -> p.workspace().equals(workspace));
    }
}

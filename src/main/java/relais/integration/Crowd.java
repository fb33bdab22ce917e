package relais.integration;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Lets only so many requests work at once, some more wait, and sends the rest away with a word when to come back. */
@Component
class Crowd {
    /** Fewer than the database's connections, so that pages always find one. */
    private static final int AT_WORK = 6;

    private static final int INSIDE = 96;
    private static final int OF_ONE = 48;
    private static final int PATIENCE_SECONDS = 5;

    private final Semaphore work = new Semaphore(AT_WORK, true);
    private final AtomicInteger inside = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> byCaller = new ConcurrentHashMap<>();

    /** A place at work; it must be given back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for a place; refuses when too many wait already, or the wait is too long. */
    Place enter(String caller) {
        int own = byCaller.merge(caller, 1, Integer::sum);
        boolean full = inside.incrementAndGet() > INSIDE;
        boolean working = false;
        try {
            if (own > OF_ONE) {
                throw ApiProblem.of(429, "crowd.own", OF_ONE).header("Retry-After", "1");
            }
            working = !full && work.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!working) {
                throw ApiProblem.of(503, "crowd.full").header("Retry-After", "2");
            }
            return () -> {
                work.release();
                leave(caller);
            };
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ApiProblem.of(503, "crowd.full").header("Retry-After", "2");
        } finally {
            if (!working) {
                leave(caller);
            }
        }
    }

    private void leave(String caller) {
        inside.decrementAndGet();
        byCaller.computeIfPresent(caller, (c, n) -> n > 1 ? n - 1 : null);
    }
}

package relais.integration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many requests a token may send over time: a bucket for each, filled evenly, so that a burst of a whole minute is
 * welcome and a steady stream above it is slowed down.
 */
@Component
class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final TimeMeter time;
    /** A bucket that rested for a minute is full again, so nothing is forgotten with it. */
    private final Cache<UUID, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(MINUTE.multipliedBy(2)).build();

    Pace(@Value("${relais.api.per-minute:12000}") int perMinute, Clock clock) {
        this.perMinute = Math.max(1, perMinute);
        this.time = new Meter(clock);
    }

    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** Counts a request of this token; refuses when there were too many, with the seconds to wait. */
    void count(UUID token) {
        var left = buckets.get(token, t -> fresh()).tryConsumeAndReturnRemaining(1);
        if (!left.isConsumed()) {
            long seconds = Math.ceilDiv(
                    left.getNanosToWaitForRefill(), Duration.ofSeconds(1).toNanos());
            throw ApiProblem.of(429, "pace.own", perMinute).header("Retry-After", Long.toString(Math.max(1, seconds)));
        }
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }
}

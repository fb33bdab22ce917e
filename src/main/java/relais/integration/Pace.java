package relais.integration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
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

    /** What a token may still send, as the headers of every answer tell it. */
    record Left(int limit, long remaining, long seconds) {
        /** The fields that clients look for, by name. */
        Map<String, String> headers() {
            return Map.of(
                    "RateLimit-Policy", limit + ";w=" + MINUTE.toSeconds(),
                    "RateLimit-Limit", Integer.toString(limit),
                    "RateLimit-Remaining", Long.toString(remaining),
                    "RateLimit-Reset", Long.toString(seconds));
        }
    }

    /** Counts a request of this token; refuses when there were too many, with the seconds to wait. */
    Left count(UUID token) {
        var taken = buckets.get(token, t -> fresh()).tryConsumeAndReturnRemaining(1);
        if (taken.isConsumed()) {
            return new Left(perMinute, taken.getRemainingTokens(), full(taken.getNanosToWaitForReset()));
        }
        long wait = Math.max(1, full(taken.getNanosToWaitForRefill()));
        var problem = ApiProblem.of(429, "pace.own", perMinute).header("Retry-After", Long.toString(wait));
        new Left(perMinute, 0, full(taken.getNanosToWaitForReset())).headers().forEach(problem::header);
        throw problem;
    }

    private static long full(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }
}

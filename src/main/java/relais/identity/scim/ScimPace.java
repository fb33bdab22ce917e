package relais.identity.scim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many requests a directory may send in a minute. */
@Component
class ScimPace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final Cache<UUID, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(MINUTE.multipliedBy(2)).build();

    ScimPace(@Value("${relais.scim.per-minute:1200}") int perMinute) {
        this.perMinute = perMinute;
    }

    /** Counts a request of this token; how many seconds to wait instead when there were too many. */
    long count(UUID token) {
        var left = buckets.get(token, t -> fresh()).tryConsumeAndReturnRemaining(1);
        return left.isConsumed() ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toSeconds(left.getNanosToWaitForRefill()));
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }
}

package relais.integration.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before trying again, and when to stop trying; pure. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_OF_ALL = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final int FEW = 10;
    private static final double JITTER = 0.25;

    private Backoff() {}

    /** The pause of one message after so many attempts: 2 s, 6 s, 18 s … an hour, a quarter more or less by chance. */
    static Duration ofMessage(int attempts, RandomGenerator chance) {
        return pause(attempts, LONGEST, chance);
    }

    /** The pause of a subscription after so many failures in a row; what the target asked for is respected. */
    static Duration ofTarget(int failures, @Nullable Duration asked, RandomGenerator chance) {
        var own = pause(failures, LONGEST_OF_ALL, chance);
        return asked == null || asked.compareTo(own) < 0 ? own : asked;
    }

    private static Duration pause(int times, Duration longest, RandomGenerator chance) {
        double plain = FIRST.toMillis() * Math.pow(3, Math.clamp(times - 1, 0, 20));
        double bounded = Math.min(plain, longest.toMillis());
        return Duration.ofMillis((long) (bounded * (1 - JITTER + 2 * JITTER * chance.nextDouble())));
    }

    /** Whether a target that has failed since then is given up. */
    static boolean hopeless(int failures, @Nullable Instant failingSince, Instant now) {
        return failingSince != null
                && failures >= FEW
                && failingSince.plus(PATIENCE).isBefore(now);
    }

    /** Whether a message is given up whose target takes others. */
    static boolean poisonous(int attempts, Instant written, Instant now) {
        return attempts >= FEW && written.plus(PATIENCE).isBefore(now);
    }
}

package relais.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void theFirstFailuresCostNothing() {
        assertThat(after(9, NOW).blocks(NOW)).isFalse();
    }

    @Test
    void thenEachFailureDoublesTheWaitUpToAQuarterOfAnHour() {
        assertThat(after(10, NOW).blockedUntil()).isEqualTo(NOW.plusSeconds(15));
        assertThat(after(11, NOW).blockedUntil()).isEqualTo(NOW.plusSeconds(30));
        assertThat(after(12, NOW).blockedUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(after(1000, NOW).blockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void aQuietHourForgetsThem() {
        var later = NOW.plus(Duration.ofMinutes(61));
        assertThat(after(50, NOW).attempt(later, 10).failures()).isEqualTo(1);
    }

    @Test
    void aRightAttemptIsTakenBack() {
        assertThat(after(10, NOW).takenBack().blocks(NOW)).isFalse();
        assertThat(Backoff.NONE.takenBack().failures()).isZero();
    }

    private static Backoff after(int attempts, Instant now) {
        var state = Backoff.NONE;
        for (int i = 0; i < attempts; i++) {
            state = state.attempt(now, 10);
        }
        return state;
    }
}

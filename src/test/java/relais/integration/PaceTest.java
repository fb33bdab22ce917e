package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Hand hand = new Hand();
    private final Pace pace = new Pace(60, hand);
    private final UUID token = UUID.randomUUID();

    /** A clock that a test turns. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-22T09:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void send(int requests) {
        for (int i = 0; i < requests; i++) {
            pace.count(token);
        }
    }

    @Test
    void aWholeMinuteMayComeAtOnceAndTheNextOneWaits() {
        send(60);
        assertThatThrownBy(() -> send(1)).isInstanceOfSatisfying(ApiProblem.class, p -> {
            assertThat(p.status()).isEqualTo(429);
            assertThat(p.code()).isEqualTo("pace.own");
            assertThat(p.headers()).containsEntry("Retry-After", "1");
        });
    }

    @Test
    void whoWaitsAsLongAsToldIsServedAgainAtTheSamePace() {
        send(60);
        hand.turn(Duration.ofSeconds(1));
        send(1);
        assertThatThrownBy(() -> send(1)).isInstanceOf(ApiProblem.class);
        hand.turn(Duration.ofMinutes(1));
        send(60);
    }

    @Test
    void anotherTokenHasAPaceOfItsOwn() {
        send(60);
        pace.count(UUID.randomUUID());
    }
}

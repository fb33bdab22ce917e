package relais.integration.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a message was sent.
 *
 * @param status what the target answered, null when it did not
 * @param problem why there was no answer, or why it counts as none
 */
record Attempt(
        int number,
        Instant at,
        int millis,
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable String answer) {}

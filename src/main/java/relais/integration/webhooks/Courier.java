package relais.integration.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.platform.outbound.Outbound;
import relais.platform.outbound.Reply;
import relais.platform.outbound.Unreached;

/** Carries one message to its target and notes what came of it; holds no connection of the database meanwhile. */
@Component
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 64;
    private static final int REDIRECTS = 300;
    private static final int ERRORS = 400;
    private static final int LONGEST_ASKED = 3_600;

    private final Actors actors;
    private final Messages messages;
    private final Secrets secrets;
    private final Outbound outbound;
    private final Outcomes outcomes;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Courier(Actors actors, Messages messages, Secrets secrets, Outbound outbound, Outcomes outcomes, Clock clock) {
        this.actors = actors;
        this.messages = messages;
        this.secrets = secrets;
        this.outbound = outbound;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Sends the message; whatever goes wrong, the lease runs out and it is sent again. */
    void carry(Webhook webhook, UUID lease, Delivery delivery) {
        try {
            var owner = actors.user(webhook.owner());
            if (owner.isEmpty()) {
                outcomes.stop(webhook.id(), "owner");
                return;
            }
            var body = ScopedValue.where(Actor.CURRENT, owner.get()).call(() -> messages.body(webhook, delivery));
            if (body.isEmpty()) {
                outcomes.nothing(lease, delivery);
            } else {
                send(webhook, lease, delivery, body.get());
            }
        } catch (RuntimeException e) {
            LOG.error("The message {} could not be sent and is tried again", delivery.messageId(), e);
        }
    }

    private void send(Webhook webhook, UUID lease, Delivery delivery, byte[] body) {
        var at = clock.instant();
        long begin = System.nanoTime();
        Reply reply = null;
        String problem = null;
        places.acquireUninterruptibly();
        try {
            long timestamp = at.getEpochSecond();
            var headers = new LinkedHashMap<String, String>();
            headers.put("User-Agent", "Relais-Webhooks/1");
            headers.put("Content-Type", "application/json; charset=utf-8");
            headers.put("webhook-id", delivery.messageId());
            headers.put("webhook-timestamp", Long.toString(timestamp));
            headers.put("webhook-signature", secrets.signature(webhook.id(), delivery.messageId(), timestamp, body));
            reply = outbound.post(webhook.target(), headers, body);
            problem = objection(reply);
        } catch (Unreached unreached) {
            problem = unreached.code();
        } finally {
            places.release();
        }
        int millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        var attempt = new Attempt(
                delivery.attempts() + 1,
                at,
                millis,
                reply == null ? null : reply.status(),
                problem,
                reply == null ? null : reply.text());
        if (problem == null) {
            outcomes.taken(lease, delivery, attempt);
        } else {
            outcomes.refused(
                    lease,
                    delivery,
                    attempt,
                    Optional.ofNullable(reply).map(Courier::asked).orElse(null));
        }
    }

    private static @Nullable String objection(Reply reply) {
        if (reply.taken()) {
            return null;
        }
        return reply.status() >= REDIRECTS && reply.status() < ERRORS ? "redirect" : "status";
    }

    private static @Nullable Duration asked(Reply reply) {
        return reply.header("retry-after")
                .filter(s -> s.matches("\\d{1,6}"))
                .map(s -> Duration.ofSeconds(Math.min(LONGEST_ASKED, Long.parseLong(s))))
                .orElse(null);
    }
}

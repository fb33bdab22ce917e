package relais.integration.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.records.types.Labels;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.ui.Formats;
import relais.ui.Tab;
import relais.ui.Words;

/** Messages and attempts as the console shows them. */
@Component
class DeliveryView {
    private static final int COUNTED = 1_000;
    private static final int LONGEST_BODY = 20_000;

    private final ObjectTypes types;
    private final Messages messages;
    private final Actors actors;

    DeliveryView(ObjectTypes types, Messages messages, Actors actors) {
        this.types = types;
        this.messages = messages;
        this.actors = actors;
    }

    List<Tab> filters(WebhookPages.Row row, String state, Map<String, Integer> counts) {
        var filters = new ArrayList<Tab>();
        filters.add(new Tab(Words.t("webhooks.delivery.all"), row.href(), state.isEmpty()));
        Delivery.STATES.forEach(s -> filters.add(new Tab(
                Words.t("webhooks.delivery." + s),
                row.href() + "?state=" + s,
                s.equals(state),
                count(counts.getOrDefault(s, 0)))));
        return filters;
    }

    private static String count(int count) {
        return count > COUNTED ? Formats.number(COUNTED) + "+" : count == 0 ? "" : Formats.number(count);
    }

    WebhookPages.Line line(WebhookPages.Row row, Console.Line line) {
        var delivery = line.delivery();
        return new WebhookPages.Line(
                delivery.id(),
                row.href() + "/deliveries/" + delivery.id(),
                what(delivery),
                delivery.messageId(),
                delivery.at(),
                delivery.state(),
                delivery.attempts(),
                line.last() == null ? "" : said(line.last()),
                delivery.waiting() && delivery.attempts() > 0 ? delivery.dueAt() : null,
                delivery.leaseUntil() == null);
    }

    private String what(Delivery delivery) {
        if (delivery.kind() == EventKind.TEST) {
            return Words.t("webhooks.kind.test");
        }
        var type = types.find(delivery.object());
        int count = delivery.records().size();
        var named =
                type.map(t -> count == 1 ? Labels.object(t) : Labels.objects(t)).orElse(delivery.object());
        return Words.t(
                "webhooks.what",
                Formats.number(count),
                named,
                Words.t("webhooks.kind." + delivery.kind().code()));
    }

    WebhookPages.Tried tried(Attempt attempt) {
        return new WebhookPages.Tried(
                attempt.number(),
                attempt.at(),
                attempt.millis(),
                said(attempt),
                attempt.problem() == null,
                attempt.answer() == null ? "" : attempt.answer());
    }

    private static String said(Attempt attempt) {
        var status = attempt.status() == null ? "" : String.valueOf(attempt.status());
        return attempt.problem() == null || attempt.problem().equals("status")
                ? status
                : (status + " " + Words.t("webhooks.problem." + attempt.problem())).strip();
    }

    /** The body with what the owner may see now; empty when there is nothing to tell. */
    String body(Webhook webhook, Delivery delivery) {
        return actors.user(webhook.owner())
                .flatMap(owner -> ScopedValue.where(Actor.CURRENT, owner).call(() -> messages.body(webhook, delivery)))
                .map(b -> Values.parse(new String(b, StandardCharsets.UTF_8)).toPrettyString())
                .map(DeliveryView::cut)
                .orElse("");
    }

    private static String cut(String body) {
        return body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) + "…" : body;
    }
}

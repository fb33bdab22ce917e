package relais.integration.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Option;
import relais.ui.Tab;
import relais.ui.Words;

/** What the pages of webhooks show. */
final class WebhookPages {
    private WebhookPages() {}

    /** All subscriptions. */
    public record Index(List<Tab> tabs, List<Row> rows) {}

    /** One subscription of the list. */
    public record Row(UUID id, String name, String url, String told, State state) {
        public String href() {
            return WebhooksTab.PATH + "/" + id;
        }
    }

    /** How it does: a word and its colour. */
    public record State(String code, String tone) {
        public String said() {
            return Words.t("webhooks.state." + code);
        }

        static State of(boolean paused, Console.Health health) {
            if (health.stopped()) {
                return new State("stopped", "bad");
            }
            if (paused) {
                return new State("paused", "line");
            }
            return health.failures() > 0 ? new State("failing", "warn") : new State("good", "good");
        }
    }

    /** The form of a subscription. */
    public record Edit(
            List<Tab> tabs,
            @Nullable UUID id,
            WebhookForm form,
            List<Choice> objects,
            List<Choice> kinds,
            List<Option> criteria,
            List<Option> owners,
            Map<String, String> problems) {
        public String action() {
            return id == null ? WebhooksTab.PATH : WebhooksTab.PATH + "/" + id;
        }

        public String title() {
            return Words.t(id == null ? "webhooks.new" : "webhooks.edit");
        }

        public @Nullable String problem(String field) {
            return problems.get(field);
        }

        public String name() {
            return form.typedName();
        }

        public String url() {
            return form.typedUrl();
        }

        public String condition() {
            return form.chosenCriteria();
        }

        public String owner() {
            return form.chosenOwner();
        }

        public boolean paused() {
            return form.isPaused();
        }
    }

    /** Something to tick. */
    public record Choice(String code, String label, boolean chosen) {}

    /**
     * One subscription with its messages.
     *
     * @param secret a secret that was just made, which is told this once
     * @param condition what its conditions say, empty without any
     */
    public record Show(
            List<Tab> tabs,
            Row row,
            String owner,
            String condition,
            @Nullable String secret,
            @Nullable String why,
            @Nullable Instant failingSince,
            @Nullable Instant formerUntil,
            List<Tab> filters,
            List<Line> lines,
            @Nullable String older,
            boolean anyFailed) {}

    /** One message. */
    public record Line(
            UUID id,
            String href,
            String what,
            String message,
            Instant at,
            String state,
            int attempts,
            String answer,
            @Nullable Instant due,
            boolean replayable) {
        public String said() {
            return Words.t("webhooks.delivery." + state);
        }

        public String tone() {
            return switch (state) {
                case Delivery.DELIVERED -> "good";
                case Delivery.FAILED -> "bad";
                case Delivery.WAITING -> attempts > 0 ? "warn" : "line";
                default -> "line";
            };
        }
    }

    /** One message with every attempt, and its body as it would be sent now. */
    public record One(List<Tab> tabs, Row row, Line line, List<Tried> tries, String body) {}

    /** One attempt. */
    public record Tried(int number, Instant at, int millis, String said, boolean good, String answer) {}
}

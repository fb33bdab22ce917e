package relais.integration.webhooks;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Actor;

/**
 * A subscription as it was typed.
 *
 * @param criteria the key of a view whose conditions are wanted, {@code kept} for those that are there, empty for none
 */
record WebhookForm(
        @Nullable String name,
        @Nullable String url,
        @Nullable List<String> objects,
        @Nullable List<String> kinds,
        @Nullable String criteria,
        @Nullable String owner,
        @Nullable String paused) {
    static final String KEPT = "kept";

    static WebhookForm fresh() {
        var kinds = EventKind.CHOICES.stream().map(EventKind::code).toList();
        return new WebhookForm(
                "", "https://", List.of(), kinds, "", Actor.current().id().toString(), null);
    }

    static WebhookForm of(Webhook webhook) {
        return new WebhookForm(
                webhook.name(),
                webhook.url(),
                webhook.objects(),
                webhook.kinds(),
                webhook.criteria() == null ? "" : KEPT,
                webhook.owner().toString(),
                webhook.paused() ? "true" : null);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    String typedName() {
        return text(name);
    }

    String typedUrl() {
        return text(url);
    }

    List<String> chosenObjects() {
        return objects == null ? List.of() : objects;
    }

    List<String> chosenKinds() {
        return kinds == null ? List.of() : kinds;
    }

    String chosenCriteria() {
        return text(criteria);
    }

    String chosenOwner() {
        return text(owner);
    }

    boolean isPaused() {
        return "true".equals(paused);
    }

    /** The subscription that it means, with these conditions. */
    WebhookDraft draft(@Nullable String conditions) {
        return new WebhookDraft(
                typedName(), typedUrl(), chosenObjects(), chosenKinds(), conditions, ownerId(), isPaused());
    }

    private UUID ownerId() {
        try {
            return UUID.fromString(chosenOwner());
        } catch (IllegalArgumentException malformed) {
            return new UUID(0, 0);
        }
    }
}

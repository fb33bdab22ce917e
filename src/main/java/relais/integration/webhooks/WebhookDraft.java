package relais.integration.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/**
 * A subscription as somebody wants it.
 *
 * @param objects names of objects, empty for all of them
 * @param criteria conditions on records of the one object, null for none
 */
public record WebhookDraft(
        String name,
        String url,
        List<String> objects,
        List<String> kinds,
        @Nullable String criteria,
        UUID owner,
        boolean paused) {

    /** What the subscription is now. */
    public static WebhookDraft of(Webhook webhook) {
        return new WebhookDraft(
                webhook.name(),
                webhook.url(),
                webhook.objects(),
                webhook.kinds(),
                webhook.criteria(),
                webhook.owner(),
                webhook.paused());
    }

    @Nullable
    URI target() {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    ObjectNode values() {
        var values = Values.object();
        values.put("name", name);
        values.put("url", url);
        values.put("objects", objects.isEmpty() ? Webhook.EVERY : String.join(" ", objects));
        values.put("kinds", String.join(" ", kinds));
        values.put("criteria", criteria);
        values.put("owner", owner.toString());
        values.put("paused", paused);
        return values;
    }
}

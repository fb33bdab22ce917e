package relais.integration.webhooks;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.Snapshot;

/**
 * Who wants to be told of what.
 *
 * @param objects names of objects; empty for all of them
 * @param owner whose sight the messages have
 */
public record Webhook(
        UUID id,
        int version,
        String name,
        String url,
        List<String> objects,
        List<String> kinds,
        @Nullable String criteria,
        UUID owner,
        boolean paused) {
    static final String EVERY = "*";

    static Webhook of(Snapshot record) {
        var criteria = record.text("criteria");
        return new Webhook(
                record.id(),
                record.version(),
                record.text("name"),
                record.text("url"),
                objects(record.text("objects")),
                list(record.text("kinds")),
                criteria.isBlank() ? null : criteria,
                UUID.fromString(record.text("owner")),
                record.value("paused").asBoolean(false));
    }

    static List<String> objects(String text) {
        return text.equals(EVERY) ? List.of() : list(text);
    }

    static List<String> list(String text) {
        return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).toList();
    }

    boolean wants(String object, EventKind kind) {
        return (objects.isEmpty() || objects.contains(object)) && kinds.contains(kind.code());
    }

    URI target() {
        return URI.create(url);
    }

    /** The one object that conditions can be about. */
    Optional<String> only() {
        return objects.size() == 1 ? Optional.of(objects.getFirst()) : Optional.empty();
    }
}

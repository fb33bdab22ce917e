package relais.records.seal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import relais.records.types.Values;

/**
 * The head of a workspace's chain, as it is kept outside.
 *
 * @param seal the number of the latest seal; 0 when there is none yet
 * @param operations how many operations are sealed
 * @param at when the seal was made
 * @param print the seal's keyed digest
 * @param told when this was said
 */
public record Head(String workspace, UUID id, long seal, long operations, Instant at, String print, Instant told) {

    /** As text that a person can read and {@code ./relais verify --head} compares. */
    public String text() {
        var node = Values.object();
        node.put("workspace", workspace).put("id", id.toString()).put("seal", seal);
        node.put("operations", operations).put("at", at.toString()).put("print", print);
        return Values.json(node.put("told", told.toString()));
    }

    /** Reads what {@link #text} wrote; nothing when it is something else. */
    public static Optional<Head> parse(String text) {
        var node = Values.parseOrNull(text);
        try {
            return node == null
                    ? Optional.empty()
                    : Optional.of(new Head(
                            node.path("workspace").asString(),
                            UUID.fromString(node.path("id").asString()),
                            node.path("seal").asLong(),
                            node.path("operations").asLong(),
                            Instant.parse(node.path("at").asString()),
                            node.path("print").asString(),
                            Instant.parse(node.path("told").asString())));
        } catch (RuntimeException otherwise) {
            return Optional.empty();
        }
    }
}

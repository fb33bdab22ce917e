package relais.customers.privacy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.changes.Change;
import relais.records.types.Snapshot;
import tools.jackson.databind.JsonNode;

/**
 * Whose data it is about.
 *
 * @param texts what names the person, as it is written: name, reference, e-mail addresses, phone numbers
 */
public record Person(UUID id, Snapshot record, Set<String> texts) {
    private static final int SHORTEST = 4;

    public Person {
        texts = Set.copyOf(texts);
    }

    /** The person of this record, under every name that its history knows. */
    static Person of(Snapshot record, List<Change> history) {
        var texts = new LinkedHashSet<String>();
        all(texts, record.values());
        history.forEach(c -> {
            all(texts, c.before());
            all(texts, c.after());
        });
        return new Person(record.id(), record, texts);
    }

    private static void all(Set<String> texts, @Nullable JsonNode values) {
        if (values != null) {
            add(texts, values.path("name").asString(""));
            add(texts, values.path("reference").asString(""));
            each(texts, values.path("emails"));
            each(texts, values.path("phones"));
        }
    }

    private static void each(Set<String> texts, JsonNode points) {
        points.forEach(p -> add(texts, p.path("value").asString("")));
    }

    private static void add(Set<String> texts, String text) {
        if (text.strip().length() >= SHORTEST) {
            texts.add(text.strip());
        }
    }

    /** What names the person on a page. */
    public String title() {
        return record.title();
    }

    /** Whether a text names the person. */
    public boolean isNamedIn(String text) {
        return text.contains(id.toString()) || texts.stream().anyMatch(text::contains);
    }
}

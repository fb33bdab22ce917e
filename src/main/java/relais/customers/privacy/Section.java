package relais.customers.privacy;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One part of what is known of a person.
 *
 * @param title in the language of the page
 * @param json all of it, for machines
 * @param items the same for people
 */
public record Section(String id, String title, JsonNode json, List<Item> items) {
    public Section {
        items = List.copyOf(items);
    }

    /** One thing with its facts. */
    public record Item(String title, List<Fact> facts) {
        public Item {
            facts = List.copyOf(facts);
        }
    }

    /** One fact, named. */
    public record Fact(String label, String value) {}
}

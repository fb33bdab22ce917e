package relais.customers.duplicates;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How often the words of names occur in the stock: two people called Martin are less of a surprise than two Quenneville.
 *
 * @param shares by word the share of customers who bear it; words that are not among them are rare
 */
record Frequencies(Map<String, Double> shares) {
    /** The share of a word that nobody counted. */
    private static final double RARE = 0.0005;

    /** How many words are remembered; all others are rarer than these. */
    private static final int REMEMBERED = 1_000;

    static final Frequencies UNKNOWN = new Frequencies(Map.of());

    /** How often this word occurs, 1 in every name. */
    double of(String word) {
        return shares.getOrDefault(word, RARE);
    }

    /** The frequencies in these profiles. */
    static Frequencies in(Collection<Profile> profiles) {
        var counter = new Counter();
        profiles.forEach(counter::add);
        return counter.frequencies();
    }

    ObjectNode json() {
        var json = Values.object();
        shares.forEach(json::put);
        return json;
    }

    static Frequencies read(JsonNode json) {
        var shares = new HashMap<String, Double>();
        json.properties().forEach(e -> shares.put(e.getKey(), e.getValue().asDouble(RARE)));
        return new Frequencies(Map.copyOf(shares));
    }

    /** Counts words while the stock goes by; words seen once are let go when there are too many. */
    static final class Counter {
        private static final int MOST = 200_000;

        /** As many people elsewhere are thought to bear other names. */
        private static final int UNSEEN = 2_000;

        private final Map<String, Integer> counts = new HashMap<>();
        private int profiles;

        void add(Profile profile) {
            profiles++;
            profile.words().forEach(w -> counts.merge(w, 1, Integer::sum));
            if (counts.size() > MOST) {
                counts.values().removeIf(n -> n == 1);
            }
        }

        Frequencies frequencies() {
            var shares = new LinkedHashMap<String, Double>();
            counts.entrySet().stream()
                    .filter(e -> share(e.getValue()) > RARE)
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(REMEMBERED)
                    .forEach(e -> shares.put(e.getKey(), share(e.getValue())));
            return new Frequencies(Map.copyOf(shares));
        }

        /** In a small stock a word that stands twice is no frequent one: it is what is looked for. */
        private double share(int count) {
            return (count - 1.0) / (profiles + UNSEEN);
        }
    }
}

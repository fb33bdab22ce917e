package relais.records.imports.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds rows of one file that likely are the same customer, in spite of typing errors. */
public final class Lookalikes {
    /** Larger files are only compared by exact keys. */
    public static final int MOST_ROWS = 100_000;

    private static final int LARGEST_BLOCK = 40;

    private final Map<String, List<Person>> blocks = new HashMap<>();

    /** An earlier row and how alike it is. */
    public record Found(Person other, Likeness likeness) {}

    /** The earlier row most like this one, when one is likely the same; then this row is remembered. */
    public Optional<Found> meet(Person person) {
        Found best = null;
        var compared = new HashSet<Long>();
        for (var key : keys(person)) {
            for (var other : blocks.getOrDefault(key, List.of())) {
                if (!compared.add(other.number()) || Likeness.most(person, other) < Likeness.LIKELY) {
                    continue;
                }
                var likeness = Likeness.of(person, other);
                if (likeness.score() >= Likeness.LIKELY
                        && (best == null || likeness.score() > best.likeness().score())) {
                    best = new Found(other, likeness);
                }
            }
        }
        remember(person);
        return Optional.ofNullable(best);
    }

    private void remember(Person person) {
        for (var key : keys(person)) {
            var block = blocks.computeIfAbsent(key, k -> new ArrayList<>(2));
            if (block.size() < LARGEST_BLOCK) {
                block.add(person);
            }
        }
    }

    /** Two rows are compared when they share one of these. */
    private static Set<String> keys(Person p) {
        var keys = new HashSet<String>();
        key(keys, "b", p.birthDate());
        key(keys, "e", p.email());
        key(keys, "t", p.phone());
        key(keys, "n", p.name());
        key(keys, "s", p.street());
        pair(keys, "fp", begin(p.family()), p.postcode());
        pair(keys, "gp", begin(p.given()), p.postcode());
        pair(keys, "fc", begin(p.family()), begin(p.city()));
        pair(keys, "gc", p.given(), begin(p.city()));
        pair(keys, "fg", begin(p.family()), begin(p.given()));
        return keys;
    }

    private static String begin(String text) {
        return text.length() > 4 ? text.substring(0, 4) : text;
    }

    private static void key(Set<String> keys, String kind, String value) {
        if (!value.isEmpty()) {
            keys.add(kind + value);
        }
    }

    private static void pair(Set<String> keys, String kind, String first, String second) {
        if (!first.isEmpty() && !second.isEmpty()) {
            keys.add(kind + first + '|' + second);
        }
    }
}

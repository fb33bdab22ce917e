package relais.records.formulas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Fold;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.ui.Words;

/** What the names in a formula stand for: a field's own name, its code, or its label in either language. */
final class Names {
    private final Map<String, Field> exact = new HashMap<>();
    private final Map<String, Field> labels = new HashMap<>();
    private final Set<String> several = new HashSet<>();

    /** The fields of this object that may be read. */
    Names(ObjectType type, Predicate<Field> readable) {
        type.fields().stream().filter(readable).forEach(f -> {
            exact.put(f.name(), f);
            if (f.custom()) {
                exact.putIfAbsent(f.name().substring("custom.".length()), f);
            }
            labels(type, f).map(Fold::key).distinct().forEach(l -> label(l, f));
        });
    }

    private void label(String label, Field field) {
        if (labels.putIfAbsent(label, field) != null) {
            several.add(label);
        }
    }

    private static Stream<String> labels(ObjectType type, Field field) {
        if (!field.labels().isEmpty()) {
            return field.labels().values().stream();
        }
        var key = "field." + type.name() + "." + field.name();
        return Words.has(key) ? Words.LANGUAGES.stream().map(l -> Words.in(l, key)) : Stream.empty();
    }

    Optional<Field> find(String name) {
        var field = exact.get(name);
        if (field == null && !several.contains(Fold.key(name))) {
            field = labels.get(Fold.key(name));
        }
        return Optional.ofNullable(field);
    }

    /** Whether the name could be several fields. */
    boolean several(String name) {
        return !exact.containsKey(name) && several.contains(Fold.key(name));
    }

    /** Every name that a field has. */
    Stream<String> all() {
        return Stream.concat(
                exact.keySet().stream(),
                labels.values().stream()
                        .flatMap(f -> f.labels().isEmpty() ? Stream.<String>empty() : f.labels().values().stream()));
    }

    /** The name that lies nearest to what was typed, if one lies near. */
    static @Nullable String nearest(String typed, Stream<String> names) {
        var key = Fold.key(typed);
        var best = names.map(n -> Map.entry(n, distance(key, Fold.key(n))))
                .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        return best.filter(b -> b.getValue() <= Math.max(1, key.length() / 4))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 4 || one.length() > 60) {
            return 99;
        }
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}

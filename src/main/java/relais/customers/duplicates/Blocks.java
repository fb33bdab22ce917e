package relais.customers.duplicates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys under which customers are laid side by side to be compared: only those that share one are. Each key joins two
 * facts, so that a slip in one of the others does not keep a pair apart.
 */
final class Blocks {
    /** A key that more customers share says nothing about any two of them. */
    static final int MOST = 20;

    private static final int BEGINNING = 4;

    private Blocks() {}

    /** The keys of this customer. */
    static Set<String> of(Profile profile) {
        var keys = new LinkedHashSet<String>();
        names(profile, keys);
        profile.places().forEach(p -> place(profile, p, keys));
        if (!profile.birth().isEmpty()) {
            keys.add("b" + profile.birth());
            profile.words().forEach(w -> keys.add("b" + profile.birth() + Sounds.of(w)));
        }
        profile.ids().forEach((field, value) -> keys.add("i" + field + "=" + value));
        profile.emails().forEach(e -> keys.add("e" + e));
        profile.phones().forEach(p -> keys.add("t" + p));
        return keys;
    }

    private static void names(Profile profile, Set<String> keys) {
        var sounds = sounds(profile.words());
        if (sounds.size() > 1) {
            keys.add("n" + String.join(" ", sounds));
        } else if (!profile.person() && !sounds.isEmpty()) {
            keys.add("n" + sounds.getFirst());
        }
        var joined = String.join("", profile.words().stream().sorted().toList());
        if (joined.length() > 5) {
            keys.add("j" + joined.substring(0, 6) + joined.length() / 3);
        }
    }

    private static List<String> sounds(List<String> words) {
        return words.stream()
                .map(Sounds::of)
                .filter(s -> !s.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static void place(Profile profile, Place place, Set<String> keys) {
        var where = place.postcode();
        if (!where.isEmpty()) {
            sounds(profile.words()).forEach(s -> keys.add("p" + where + s));
        }
        var street = Sounds.of(place.street().replace(" ", ""));
        if (!street.isEmpty() && !where.isEmpty()) {
            keys.add("s" + where + street);
        }
        if (!street.isEmpty() && !place.number().isEmpty()) {
            keys.add("h" + place.number() + street);
        }
        if (!place.number().isEmpty() && !where.isEmpty()) {
            keys.add("m" + where + " " + place.number());
        }
        var city = beginning(place.city());
        if (!city.isEmpty()) {
            sounds(profile.words()).forEach(s -> keys.add("c" + city + s));
        }
    }

    private static String beginning(String text) {
        return text.length() > BEGINNING ? text.substring(0, BEGINNING) : text;
    }
}

package relais.customers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import relais.platform.text.Fold;
import relais.records.search.NearWords;
import tools.jackson.databind.JsonNode;

/** Keys of customers at the same postcode whose name is nearly the same: a slip in one word, or a word less. */
@Component
class LikeNames {
    private static final int MOST_WORDS = 5;
    private static final int GUESSES = 5;

    private final NearWords near;

    LikeNames(NearWords near) {
        this.near = near;
    }

    Set<String> keys(JsonNode state) {
        var keys = new LinkedHashSet<String>();
        var postcodes = new LinkedHashSet<String>();
        state.path("addresses")
                .forEach(a -> postcodes.add(Fold.key(a.path("postcode").asString(""))));
        postcodes.remove("");
        var words = MatchKeys.words(state.path("name").asString(""));
        if (!postcodes.isEmpty() && words.size() <= MOST_WORDS) {
            names(words).forEach(name -> postcodes.forEach(p -> keys.add(MatchKeys.namePostcode(name, p))));
        }
        return keys;
    }

    private List<String> names(List<String> words) {
        var names = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            for (var word : near.of(words.get(i), GUESSES)) {
                var other = new ArrayList<>(words);
                other.set(i, word);
                names.add(MatchKeys.sorted(other));
            }
            if (words.size() > 2) {
                var fewer = new ArrayList<>(words);
                fewer.remove(i);
                names.add(MatchKeys.sorted(fewer));
            }
        }
        return names;
    }
}

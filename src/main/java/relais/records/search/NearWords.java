package relais.records.search;

import java.util.List;
import org.springframework.stereotype.Service;

/** Words of the names in this workspace that differ from a given one by a slip of the fingers. */
@Service
public class NearWords {
    private final Variants variants;

    NearWords(Variants variants) {
        this.variants = variants;
    }

    /** The likeliest of them, at most this many; the word itself is none of them. */
    public List<String> of(String word, int most) {
        return variants.near(word, most);
    }
}

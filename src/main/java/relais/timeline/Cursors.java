package relais.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a thread as an address carries it; anything else reads as its beginning. */
final class Cursors {
    private Cursors() {}

    static String write(ThreadPlaces.Place place) {
        return place.occurredAt() + "_" + place.entry();
    }

    static ThreadPlaces.@Nullable Place read(String text) {
        int cut = text.indexOf('_');
        if (cut < 0) {
            return null;
        }
        try {
            return new ThreadPlaces.Place(
                    Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
        } catch (RuntimeException nonsense) {
            return null;
        }
    }
}

package relais.customers;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Slot: the middle column of the card, what happened with the customer. */
public interface CustomerThread {
    /** The column's content; as it was known at the moment when there is one. */
    Content content(UUID customer, @Nullable Instant at);

    /** How many exchanges were recorded after the moment. */
    int addedSince(UUID customer, Instant at);

    /** What had been recorded at the moment, newest first, at most this many. */
    List<Told> told(UUID customer, Instant at, int limit);

    /** One exchange in plain words, as it read at the moment. */
    record Told(Instant at, String kind, String who, String text) {}
}

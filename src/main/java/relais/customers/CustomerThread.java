package relais.customers;

import gg.jte.Content;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Slot: the middle column of the card, what happened with the customer. */
public interface CustomerThread {
    /** The column's content; as it was known at the moment when there is one. */
    Content content(UUID customer, @Nullable Instant at);

    /** How many exchanges were recorded after the moment. */
    int addedSince(UUID customer, Instant at);
}

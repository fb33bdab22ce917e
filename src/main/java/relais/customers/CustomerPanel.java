package relais.customers;

import java.util.UUID;

/** Slot: a panel beside the card; htmx loads its address. */
public interface CustomerPanel {
    /** A stable name, also the id of its place in the page. */
    String id();

    /** The heading, in the language of the page. */
    String title();

    /** Smaller comes first. */
    int order();

    /** Whether there is anything to show for the current actor, on whatever card. */
    default boolean visible() {
        return true;
    }

    /** Where its content comes from; asked with {@code at} when the card shows a past date. */
    String url(UUID customer);
}

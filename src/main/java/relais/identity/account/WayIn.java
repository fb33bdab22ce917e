package relais.identity.account;

import java.util.List;
import java.util.UUID;

/** Slot: one way to prove who one is beside the password, as the account page lists it. */
public interface WayIn {
    /** Smaller comes first. */
    int order();

    /** How it stands with this account; nothing where it is not open. */
    List<Line> lines(UUID account);

    /**
     * One line of the list.
     *
     * @param on whether it is in use
     * @param act what the link to its own page says
     */
    record Line(String icon, String title, String state, boolean on, String href, String act) {}
}

package relais.identity.access;

import java.util.List;

/** Slot: something of the sign-in that has settings of its own, as the settings of sign-in list it. */
public interface SignInSetting {
    /** Smaller comes first. */
    int order();

    /** How it stands in the current workspace. */
    List<Line> lines();

    /**
     * One line of the list.
     *
     * @param on whether it is in use
     */
    record Line(String icon, String title, String state, boolean on, String href) {}
}

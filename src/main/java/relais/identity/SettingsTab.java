package relais.identity;

/** Slot: one tab of the settings; a module offers it as a bean. */
public interface SettingsTab {
    /** What a settings page passes as {@code tab} to mark this one. */
    String id();

    /** The message key of the label. */
    String labelKey();

    /** Where the tab leads. */
    String href();

    /** Smaller comes first. */
    int order();

    /** Whether the current actor sees the tab. */
    boolean visible();
}

package relais.ui;

/** Slot: one entry of the side bar; a module offers it as a bean. */
public interface NavigationEntry {
    /** What a page passes as {@code active} to mark this entry. */
    String id();

    /** The message key of the label. */
    String labelKey();

    /** The name of the icon in the sprite. */
    String icon();

    /** Where the entry leads. */
    String href();

    /** Smaller comes first. */
    int order();

    /** Whether the current visitor sees the entry. */
    boolean visible();

    /** The letter that leads there after G, or nothing. */
    default String key() {
        return "";
    }
}

package relais.ui;

import java.util.List;

/** Slot: one entry of the side bar; a module offers it as a bean. */
public interface NavigationEntry {
    /** What a page passes as {@code active} to mark this entry. */
    String id();

    /** The message key of the label. */
    String labelKey();

    /** The label in the language of the page. */
    default String label() {
        return Words.t(labelKey());
    }

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

    /** What somebody pinned of it: links of their own in the side bar, counted at {@code href/views/pinned}. */
    default List<NavigationLink> pinned() {
        return List.of();
    }

    /** Entries of this workspace alone that stand behind this one. */
    default List<NavigationEntry> more() {
        return List.of();
    }
}

package relais.ui.palette;

/** What choosing an item does. */
public sealed interface PaletteTarget {
    /** Goes to a page. */
    record Go(String href) implements PaletteTarget {}

    /** Sends a form with one value. */
    record Send(String action, String name, String value) implements PaletteTarget {}

    /** Opens a dialog of the page. */
    record Open(String dialog) implements PaletteTarget {}
}

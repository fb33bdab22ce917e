package relais.ui.palette;

/** What stands before an item. */
public sealed interface PaletteMark {
    /** An icon of the sprite. */
    record Icon(String name) implements PaletteMark {}

    /** The mark of a person or company. */
    record Avatar(String initials, String hue, boolean square) implements PaletteMark {}
}

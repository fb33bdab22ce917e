package relais.ui.palette;

import java.util.List;

/** Slot: what a module offers in the palette to the current visitor. */
public interface PaletteSource {
    /** Its items for this query, in their order; what is done and where one goes is held against the text afterwards. */
    List<PaletteItem> items(PaletteQuery query);

    /** Smaller comes first within a group. */
    default int order() {
        return 0;
    }
}

package relais.ui.palette;

import java.util.List;
import java.util.UUID;

/**
 * What the visitor typed.
 *
 * @param opened the records that this browser opened last, the newest first
 */
public record PaletteQuery(String text, List<UUID> opened) {
    /** Whether nothing is typed yet. */
    public boolean blank() {
        return text.isBlank();
    }
}

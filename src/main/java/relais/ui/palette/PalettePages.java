package relais.ui.palette;

import java.util.List;
import relais.ui.Words;

/** What the templates of the palette show. */
final class PalettePages {
    private PalettePages() {}

    /** Everything that answers a query. */
    public record Show(String text, List<Part> parts) {
        /** How many items there are, as a sentence. */
        public String said() {
            return Words.t(
                    "palette.said",
                    parts.stream().mapToInt(p -> p.lines().size()).sum());
        }
    }

    /** Items of one group. */
    public record Part(String id, String label, List<Line> lines) {}

    /** An item, and whether it is the first of all. */
    public record Line(String id, PaletteItem item, boolean first) {
        /** Where it leads, empty when it does something else. */
        public String href() {
            return item.target() instanceof PaletteTarget.Go go ? go.href() : "";
        }
    }
}

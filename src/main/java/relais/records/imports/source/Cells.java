package relais.records.imports.source;

import java.util.ArrayList;
import java.util.List;

/** The cells of one row while it is read. */
final class Cells {
    final List<String> values = new ArrayList<>();
    final List<Flaw> flaws = new ArrayList<>();
    long line;

    boolean blank() {
        return flaws.isEmpty() && values.stream().allMatch(v -> Row.trimmed(v).isEmpty());
    }
}

package relais.records.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts of one verification, and the first things it found. */
final class Tally {
    private static final int SHOWN = 100;

    private final List<Finding> findings = new ArrayList<>();
    private long found;
    private long operations;
    private long changes;
    private long erased;

    void add(Finding finding) {
        found++;
        if (findings.size() < SHOWN) {
            findings.add(finding);
        }
    }

    void entry(int lines) {
        operations++;
        changes += lines;
    }

    void erased() {
        erased++;
    }

    Report report(Seal last, long waiting) {
        return new Report(
                last.number(),
                operations,
                changes,
                waiting,
                erased,
                last.number() == 0 ? Optional.empty() : Optional.of(last.at()),
                found,
                List.copyOf(findings));
    }
}

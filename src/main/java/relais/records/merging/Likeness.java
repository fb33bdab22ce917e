package relais.records.merging;

import java.util.Optional;
import relais.records.types.Snapshot;

/** Slot: a module says how much two of its records are alike, and by what. */
public interface Likeness {
    /** The object it can compare. */
    String object();

    /** The likeness as people read it: "likeness 0.94: same phone, name 0.88"; empty when there is hardly any. */
    Optional<String> words(Snapshot a, Snapshot b);
}

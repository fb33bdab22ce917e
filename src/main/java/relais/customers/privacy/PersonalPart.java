package relais.customers.privacy;

import java.util.List;
import java.util.Optional;

/** Slot: what a module keeps of a person beside the records that link to them. */
public interface PersonalPart {
    /** A stable name, also that of its file. */
    String id();

    /** Smaller comes first. */
    int order();

    /** What the person may have of it; empty when there is nothing, or nothing of theirs to give. */
    Optional<Section> section(Person person);

    /** What erasing would do to it. */
    List<Fate> fates(Person person);

    /** Takes it away, in the transaction of the erasure. */
    void erase(Person person);
}

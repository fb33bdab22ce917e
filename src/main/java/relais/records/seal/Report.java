package relais.records.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param operations entries that were checked
 * @param changes changes that were checked
 * @param waiting operations that are not sealed yet
 * @param erased changes whose values were erased, by an erasure that the key attests
 * @param until when the latest seal was made
 * @param found how many findings there are
 * @param findings the first of them
 */
public record Report(
        long seals,
        long operations,
        long changes,
        long waiting,
        long erased,
        Optional<Instant> until,
        long found,
        List<Finding> findings) {

    /** Whether everything is as it was sealed. */
    public boolean intact() {
        return found == 0;
    }
}

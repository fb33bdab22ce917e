package relais.customers.duplicates;

import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.records.merging.Likeness;
import relais.records.types.Snapshot;

/** Says on the page of a merge how much two customers are alike. */
@Component
class CustomerLikeness implements Likeness {
    private static final double HARDLY = 0.2;

    private final Matching matching;
    private final FindingStore findings;

    CustomerLikeness(Matching matching, FindingStore findings) {
        this.matching = matching;
        this.findings = findings;
    }

    @Override
    public String object() {
        return CustomerDescription.NAME;
    }

    @Override
    public Optional<String> words(Snapshot a, Snapshot b) {
        var identifying = matching.settings().identifying();
        var words = findings.latest().map(Finding::words).orElse(Frequencies.UNKNOWN);
        var compared = Comparison.of(Profile.of(a.values(), identifying), Profile.of(b.values(), identifying), words);
        return compared.score() < HARDLY ? Optional.empty() : Optional.of(compared.words());
    }
}

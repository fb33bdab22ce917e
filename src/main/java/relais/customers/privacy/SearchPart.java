package relais.customers.privacy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.records.search.Forgetting;

/** The words of a name live on in what typing errors are guessed from; the terms of the record go with it. */
@Component
class SearchPart implements PersonalPart {
    private final Forgetting forgetting;

    SearchPart(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public String id() {
        return "search";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Optional<Section> section(Person person) {
        return Optional.empty();
    }

    @Override
    public List<Fate> fates(Person person) {
        return List.of();
    }

    @Override
    public void erase(Person person) {
        forgetting.names(person.texts());
    }
}

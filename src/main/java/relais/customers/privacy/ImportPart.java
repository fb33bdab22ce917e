package relais.customers.privacy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.records.imports.ImportTraces;
import relais.ui.Words;

/** What imports still hold of a person. */
@Component
class ImportPart implements PersonalPart {
    private final ImportTraces traces;

    ImportPart(ImportTraces traces) {
        this.traces = traces;
    }

    @Override
    public String id() {
        return "imports";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public Optional<Section> section(Person person) {
        return Optional.empty();
    }

    @Override
    public List<Fate> fates(Person person) {
        int imports = traces.count(person.id(), person.texts());
        return imports == 0
                ? List.of()
                : List.of(Fate.goes(Words.t("privacy.imports"), imports, Words.t("privacy.imports.why")));
    }

    @Override
    public void erase(Person person) {
        traces.erase(person.id(), person.texts());
    }
}

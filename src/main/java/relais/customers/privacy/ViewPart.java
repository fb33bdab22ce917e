package relais.customers.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.records.Attached;
import relais.records.changes.Intent;
import relais.records.seal.Erasure;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.records.types.ViewDescription;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** Saved views whose conditions name a person: the name goes, the view stays. */
@Component
class ViewPart implements PersonalPart {
    private static final String GONE = "…";

    private final ObjectTypes types;
    private final Attached attached;
    private final Erasure log;

    ViewPart(ObjectTypes types, Attached attached, Erasure log) {
        this.types = types;
        this.attached = attached;
        this.log = log;
    }

    @Override
    public String id() {
        return "views";
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public Optional<Section> section(Person person) {
        return Optional.empty();
    }

    private List<Snapshot> naming(Person person) {
        return attached.all(types.of(ViewDescription.NAME)).stream()
                .filter(v -> person.isNamedIn(v.text("criteria")) || person.isNamedIn(v.text("name")))
                .toList();
    }

    @Override
    public List<Fate> fates(Person person) {
        int views = naming(person).size();
        return views == 0
                ? List.of()
                : List.of(Fate.goes(Words.t("privacy.views"), views, Words.t("privacy.views.why")));
    }

    @Override
    public void erase(Person person) {
        var naming = naming(person);
        if (naming.isEmpty()) {
            return;
        }
        var values = new HashMap<UUID, ObjectNode>();
        naming.forEach(v -> values.put(
                v.id(),
                Values.object()
                        .put("criteria", without(person, v.text("criteria")))
                        .put("name", without(person, v.text("name")))));
        attached.rewrite(Intent.of("privacy.views"), types.of(ViewDescription.NAME), values);
        log.blank(ViewDescription.NAME, naming.stream().map(Snapshot::id).toList(), person.texts());
    }

    private static String without(Person person, String text) {
        var rest = text;
        for (var said : person.texts()) {
            rest = rest.replace(said, GONE);
        }
        return rest.replace(person.id().toString(), new UUID(0, 0).toString());
    }
}

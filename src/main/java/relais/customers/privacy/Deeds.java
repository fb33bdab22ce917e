package relais.customers.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.records.Records;
import relais.records.changes.Change;
import relais.records.changes.OperationLog;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.ui.Formats;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** Who did what with a person's record: the operations about them. */
@Component
class Deeds {
    private static final int MOST = 10_000;

    private final Records records;
    private final OperationLog operations;
    private final ObjectTypes types;

    Deeds(Records records, OperationLog operations, ObjectTypes types) {
        this.records = records;
        this.operations = operations;
        this.types = types;
    }

    Section section(Person person) {
        var type = types.of(CustomerDescription.NAME);
        var json = Values.object();
        var array = json.putArray("changes");
        var items = new ArrayList<Section.Item>();
        records.changes(CustomerDescription.NAME, person.id(), MOST).forEach(c -> {
            array.add(json(c));
            items.add(item(type, c));
        });
        return new Section("history", Words.t("privacy.history"), json, items);
    }

    private ObjectNode json(Change change) {
        var json = Values.object();
        json.put("at", change.at().toString());
        json.put("by", actor(change).orElse(""));
        json.set("before", change.before());
        json.set("after", change.after());
        return json;
    }

    private Optional<String> actor(Change change) {
        return operations.find(change.operation(), false).map(o -> o.actorName());
    }

    private Section.Item item(ObjectType type, Change change) {
        var facts = new ArrayList<Section.Fact>();
        actor(change).ifPresent(a -> facts.add(new Section.Fact(Words.t("privacy.history.by"), a)));
        var after = change.after();
        if (after != null) {
            var fields = after.propertyNames().stream()
                    .flatMap(n -> type.field(n).stream())
                    .map(f -> Labels.field(type, f))
                    .toList();
            facts.add(new Section.Fact(Words.t("privacy.history.fields"), String.join(", ", fields)));
        }
        return new Section.Item(Formats.moment(change.at()), List.copyOf(facts));
    }
}

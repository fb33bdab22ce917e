package relais.customers.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.records.Attached;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** What the records hold of a person: their own one, and every record of any object that links to it. */
@Component
class Dossier {
    private final ObjectTypes types;
    private final Attached attached;
    private final ReferenceNames names;

    Dossier(ObjectTypes types, Attached attached, ReferenceNames names) {
        this.types = types;
        this.attached = attached;
        this.names = names;
    }

    List<Section> sections(Person person) {
        var sections = new ArrayList<Section>();
        sections.add(section(types.of(CustomerDescription.NAME), List.of(person.record())));
        groups(person).stream().map(g -> section(g.type(), g.records())).forEach(sections::add);
        return sections;
    }

    List<Attached.Group> groups(Person person) {
        return attached.to(types.of(CustomerDescription.NAME), person.id());
    }

    private Section section(ObjectType type, List<Snapshot> records) {
        var json = Values.object();
        var array = json.putArray(type.plural());
        records.forEach(r -> array.add(json(r)));
        var named = names.of(type, records);
        var items = records.stream().map(r -> item(r, named)).toList();
        return new Section(type.plural(), Labels.objects(type), json, items);
    }

    private static ObjectNode json(Snapshot record) {
        var json = Values.object();
        json.put("id", record.id().toString());
        json.put("version", record.version());
        json.setAll(record.values());
        return json;
    }

    private static Section.Item item(Snapshot record, Map<UUID, String> named) {
        var facts = record.type().fields().stream()
                .flatMap(f -> fact(record, f, named).stream())
                .toList();
        return new Section.Item(record.title(), facts);
    }

    private static Optional<Section.Fact> fact(Snapshot record, Field field, Map<UUID, String> named) {
        var value = record.value(field.name());
        return Values.empty(value)
                ? Optional.empty()
                : Optional.of(new Section.Fact(
                        Labels.field(record.type(), field), ValueText.of(record.type(), field, value, named)));
    }
}

package relais.records.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Directory;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Option;
import tools.jackson.databind.node.ObjectNode;

/** Shows the fields of any record from its description: as rows of a card and as controls of a form. */
@Service
public class FieldViews {
    private final ObjectTypes types;
    private final ReferenceNames names;
    private final Directory directory;

    FieldViews(ObjectTypes types, ReferenceNames names, Directory directory) {
        this.types = types;
        this.names = names;
        this.directory = directory;
    }

    /** The sections of a record with the fields that make sense for it. */
    public List<SectionView> sections(Snapshot record) {
        return sections(record.type(), record.id(), record.values(), f -> true);
    }

    /** The sections of a form for a new record with these values. */
    public List<SectionView> blank(ObjectType type, ObjectNode values) {
        return sections(type, null, values, Field::writable);
    }

    /** The sections of a form for a record: what the actor may write of it. */
    public List<SectionView> form(Snapshot record) {
        return sections(record.type(), record.id(), record.values(), Field::writable);
    }

    /** The names of the fields that make sense for a record. */
    List<String> applicable(Snapshot record) {
        return record.type().fields().stream()
                .filter(f -> types.applies(record.type(), f, record.values()))
                .map(Field::name)
                .toList();
    }

    /** One field of a record. */
    public FieldView one(Snapshot record, Field field) {
        var type = record.type();
        return view(type, record.id(), field, record.values(), names.of(type, List.of(record)));
    }

    private List<SectionView> sections(ObjectType type, @Nullable UUID id, ObjectNode values, Predicate<Field> wanted) {
        var known = names.of(type, List.of(values));
        var sections = new ArrayList<SectionView>();
        type.sections().forEach((name, fields) -> {
            var shown = fields.stream()
                    .filter(wanted)
                    .filter(f -> f.writable() ? types.editable(type, f, values) : types.applies(type, f, values))
                    .map(f -> view(type, id, f, values, known))
                    .toList();
            if (!shown.isEmpty()) {
                sections.add(new SectionView(name, Labels.section(type, name), shown));
            }
        });
        return sections;
    }

    private FieldView view(
            ObjectType type, @Nullable UUID id, Field field, ObjectNode values, Map<UUID, String> known) {
        var stored = values.get(field.name());
        var value = stored == null ? Values.none() : stored;
        return new FieldView(
                type,
                field,
                id,
                value,
                InputText.of(field, value),
                writable(type, field, id == null ? Action.CREATE : Action.UPDATE),
                null,
                options(type, field),
                known,
                opens(field));
    }

    private String opens(Field field) {
        return field.type() != FieldType.LINK || field.target() == null
                ? ""
                : types.find(field.target())
                        .filter(ObjectType::listed)
                        .map(t -> "/" + t.plural() + "/")
                        .orElse("");
    }

    private static boolean writable(ObjectType type, Field field, Action action) {
        return field.writable() && Actor.current().may(type.name(), action);
    }

    private List<Option> options(ObjectType type, Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                field.choices().stream()
                        .map(c -> new Option(c.code(), Labels.choice(type, field, c)))
                        .toList();
            case USER ->
                directory.activeUsers().stream()
                        .map(u -> new Option(u.id().toString(), u.name()))
                        .toList();
            case SITE ->
                directory.sites().stream()
                        .filter(s -> !s.archived())
                        .map(s -> new Option(s.id().toString(), s.name()))
                        .toList();
            case TEXT, LONG_TEXT, NUMBER, DATE, INSTANT, BOOLEAN, MONEY, LINK, TAGS, COLLECTION -> List.of();
            case RATING ->
                IntStream.rangeClosed(1, 5)
                        .mapToObj(n -> new Option(String.valueOf(n), "★".repeat(n)))
                        .toList();
            case PERCENT, DURATION, URL, FILE, ADDRESS, LINKS -> List.of();
        };
    }
}

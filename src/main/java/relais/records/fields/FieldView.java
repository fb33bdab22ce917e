package relais.records.fields;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.SettingsTabs;
import relais.records.Slots;
import relais.records.store.Columns;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.OwnObject;
import relais.records.types.Snapshot;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Option;
import relais.ui.Words;

/** Builds the pages of the settings of objects and fields. */
@Component
class FieldView {
    private static final int SAMPLE = 10_000;

    private final ObjectTypes types;
    private final FieldStore store;
    private final FieldQueries queries;
    private final Slots slots;
    private final SettingsTabs tabs;

    FieldView(ObjectTypes types, FieldStore store, FieldQueries queries, Slots slots, SettingsTabs tabs) {
        this.types = types;
        this.store = store;
        this.queries = queries;
        this.slots = slots;
        this.tabs = tabs;
    }

    @Transactional(readOnly = true)
    FieldPages.Show show(ObjectType type, FieldPages.@Nullable Pane pane) {
        var described = RecordObjects.described(types);
        var linked = described.stream()
                .filter(t -> t.fields().stream().anyMatch(f -> type.name().equals(f.target())))
                .filter(t -> !t.name().equals(type.name()))
                .map(Labels::objects)
                .toList();
        var about = new ArrayList<String>();
        var made = type.own();
        if (made != null) {
            about.add(String.join(", ", both(made)));
        }
        about.add(Words.t("fields.about.fields", type.fields().size()));
        if (!linked.isEmpty()) {
            about.add(Words.t("fields.about.linked", String.join(", ", linked)));
        }
        return new FieldPages.Show(
                tabs.shown(ObjectsTab.ID),
                described.stream()
                        .filter(t -> t.own() == null)
                        .map(t -> entry(t, type))
                        .toList(),
                described.stream()
                        .filter(t -> t.own() != null)
                        .map(t -> entry(t, type))
                        .toList(),
                type.name(),
                type.icon(),
                FieldWords.capital(Labels.object(type)),
                String.join(" · ", about),
                type.own() != null,
                type.listed() && Actor.current().may(type.name(), Action.IMPORT),
                rows(type, pane == null ? null : pane.id()),
                pane,
                null);
    }

    /** What the object is called in the other language. */
    private static List<String> both(OwnObject made) {
        var other = Face.language().equals(Locale.FRENCH) ? "en" : "fr";
        return Stream.of(made.one().get(other), made.many().get(other))
                .filter(Objects::nonNull)
                .toList();
    }

    private static FieldPages.Entry entry(ObjectType type, ObjectType current) {
        return new FieldPages.Entry(
                FieldWords.capital(Labels.object(type)),
                type.icon(),
                ObjectsTab.PATH + "/" + type.name(),
                type.fields().size(),
                type.name().equals(current.name()));
    }

    private List<FieldPages.Row> rows(ObjectType type, @Nullable UUID chosen) {
        var ids = store.ids(type);
        var order = new ArrayList<>(ids.keySet());
        var views = queries.views(type);
        var rows = new ArrayList<FieldPages.Row>();
        for (var field : type.fields()) {
            var id = ids.get(field.name());
            rows.add(new FieldPages.Row(
                    id,
                    field.name(),
                    Labels.field(type, field),
                    FieldWords.icon(field),
                    FieldWords.type(types, field),
                    FieldWords.rule(type, field),
                    uses(type, field, views),
                    slow(type, field),
                    id != null && order.getFirst().equals(field.name()),
                    id != null && order.getLast().equals(field.name()),
                    id != null && id.equals(chosen),
                    fillId(field),
                    FieldWords.place(field),
                    field.derivation() == null && field.writable() ? "/rules/" + field.name() : null));
        }
        return rows;
    }

    private static String uses(ObjectType type, Field field, List<FieldQueries.View> views) {
        var uses = new ArrayList<String>();
        if (type.titles().contains(field.name())) {
            uses.add(Words.t("fields.use.title"));
        } else if (field.has(Field.Trait.DEFAULT_COLUMN)) {
            uses.add(Words.t("fields.use.list"));
        }
        long named = views.stream()
                .filter(v -> ViewUses.names(v.text(), field.name()))
                .count();
        if (named > 0) {
            uses.add(Words.t("fields.use.views", named));
        }
        return String.join(", ", uses);
    }

    /** Lists cannot sort by it quickly: no typed column was free. */
    private static boolean slow(ObjectType type, Field field) {
        return field.custom() && Slots.has(type, field.type()) && Columns.key("r", field) == null;
    }

    static String fillId(Field field) {
        return "fill-" + field.name().replaceAll("[^\\p{L}\\p{N}_]", "-");
    }

    FieldPages.Pane fresh(ObjectType type, FieldForm form, Map<String, String> problems) {
        return pane(type, null, form, problems, null);
    }

    @Transactional(readOnly = true)
    FieldPages.Pane existing(ObjectType type, Snapshot record, FieldForm form, Map<String, String> problems) {
        return pane(type, record, form, problems, existing(type, record));
    }

    /** What is known of a field that exists. */
    @Transactional(readOnly = true)
    FieldPages.Existing existing(ObjectType type, Snapshot record) {
        var field = store.described(type, record);
        boolean slow = slow(type, field);
        var family = Columns.slotFamily(field.type());
        int holding = queries.holding(type, field, SAMPLE + 1);
        return new FieldPages.Existing(
                FieldWords.type(types, field),
                FieldWords.icon(field.type()),
                holding > SAMPLE
                        ? Words.t("fields.holding.many", Formats.number(SAMPLE))
                        : Words.t("fields.holding", holding),
                slow,
                slow && family != null && slots.free(type, family).isPresent(),
                "/operations?object=field",
                store.uses(type, record),
                (field.derivation() == null ? Conversions.targets(field.type()) : List.<FieldType>of())
                        .stream()
                                .map(t -> new Option(t.name(), FieldWords.type(t)))
                                .toList());
    }

    /** The objects that links may lead to: those that are found by what names them. */
    static List<Option> targets(ObjectTypes types) {
        return types.all().stream()
                .filter(ObjectType::listed)
                .map(t -> new Option(t.name(), FieldWords.capital(Labels.object(t))))
                .toList();
    }

    private FieldPages.Pane pane(
            ObjectType type,
            @Nullable Snapshot record,
            FieldForm form,
            Map<String, String> problems,
            FieldPages.@Nullable Existing existing) {
        var kinds = FieldForm.TYPES.stream()
                .map(t -> new FieldPages.Type(t.name(), FieldWords.type(t), FieldWords.icon(t), t == form.type()))
                .toList();
        var choices = new ArrayList<>(form.choices());
        while (choices.size() < form.choices().size() + 2 || choices.size() < 3) {
            choices.add(new FieldForm.Line("", "", ""));
        }
        return new FieldPages.Pane(
                record == null ? null : record.id(),
                record == null ? Words.t("fields.new") : record.text("labelFr"),
                form,
                record == null ? "" : "custom." + record.text("code"),
                kinds,
                sections(type),
                choices,
                targets(types),
                problems,
                existing);
    }

    static List<Option> sections(ObjectType type) {
        var names = new LinkedHashSet<>(type.sections().keySet());
        var made = type.own();
        if (made != null) {
            made.sections().forEach(s -> names.add(s.code()));
            names.remove(OwnObject.BELONGING);
        }
        names.add("custom");
        return names.stream().map(s -> new Option(s, Labels.section(type, s))).toList();
    }

    static Set<String> sectionNames(ObjectType type) {
        return Set.copyOf(sections(type).stream().map(Option::value).toList());
    }

    @Transactional(readOnly = true)
    FieldPages.Filled filled(ObjectType type) {
        var fill = queries.fill(type, SAMPLE);
        return new FieldPages.Filled(type.fields().stream()
                .map(f -> new FieldPages.Share(fillId(f), share(fill, f)))
                .toList());
    }

    private static String share(FieldQueries.Fill fill, Field field) {
        int filled = fill.filled().getOrDefault(field.name(), 0);
        return fill.records() == 0 ? "" : Formats.percent(Math.round(100.0 * filled / fill.records()) / 100.0);
    }
}

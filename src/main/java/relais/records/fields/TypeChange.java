package relais.records.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Writing;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Choice;
import relais.records.types.ChoiceLines;
import relais.records.types.Field;
import relais.records.types.FieldDescription;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.ValueText;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/**
 * Changes what a field holds. Within one operation the records lose the former value, the field takes its new type, and
 * the records get what their value reads as: so each step, and each step back, writes values that fit the field as it is.
 */
@Component
class TypeChange {
    /** So many records are written at once, in one transaction. */
    static final int MOST = 20_000;

    private static final int BATCH = 1_000;
    private static final int EXAMPLES = 5;
    private static final int CHOICES = 200;
    private static final int LONGEST_CHOICE = 60;

    private final DSLContext sql;
    private final Records records;
    private final ReferenceNames names;

    TypeChange(DSLContext sql, Records records, ReferenceNames names) {
        this.sql = sql;
        this.records = records;
        this.names = names;
    }

    /** What a change would do with one record. */
    private record Turn(Snapshot record, JsonNode before, JsonNode after) {}

    /** What the values would become; writes nothing. */
    @Transactional(readOnly = true)
    FieldPages.Touched preview(ObjectType type, Field field, FieldType to) {
        var turns = turns(type, field, target(type, field, to));
        var next = target(type, field, to);
        var known = names.of(type, turns.stream().map(t -> t.record().values()).toList());
        var read = new ArrayList<FieldPages.Example>();
        var lost = new ArrayList<FieldPages.Example>();
        for (var turn : turns) {
            var list = Values.empty(turn.after()) ? lost : read;
            if (list.size() < EXAMPLES) {
                list.add(new FieldPages.Example(
                        turn.record().title(),
                        ValueText.of(type, field, turn.before(), known),
                        ValueText.of(type, next, turn.after(), known)));
            }
        }
        int losing = (int) turns.stream().filter(t -> Values.empty(t.after())).count();
        return new FieldPages.Touched(turns.size() - losing, losing, read, lost);
    }

    /** Changes the type, with the values that can be read. */
    @Transactional
    Operated<Outcome> change(ObjectType type, Snapshot described, Field field, FieldType to) {
        var next = target(type, field, to);
        var turns = turns(type, field, next);
        var intent = Intent.of("field.type", described.text("labelFr"));
        return records.write(intent, w -> {
            boolean required = field.has(Field.Trait.REQUIRED);
            if (required) {
                describe(w, described, Map.of("required", Values.bool(false)));
            }
            write(w, type, field, turns, false);
            var done = describe(w, described, description(next));
            write(w, type, field, turns, true);
            boolean all = turns.stream().noneMatch(t -> Values.empty(t.after()));
            if (required && all) {
                describe(w, described, Map.of("required", Values.bool(true)));
            }
            return done;
        });
    }

    private static Outcome describe(Writing w, Snapshot field, Map<String, JsonNode> members) {
        var values = Values.object();
        members.forEach(values::set);
        return w.update(FieldDescription.NAME, field.id(), null, values);
    }

    private static Map<String, JsonNode> description(Field next) {
        var members = new LinkedHashMap<String, JsonNode>();
        members.put("type", Values.text(next.type().name()));
        boolean choosing = next.type() == FieldType.CHOICE || next.type() == FieldType.CHOICES;
        members.put("choices", choosing ? Values.text(ChoiceLines.format(next.choices())) : Values.none());
        members.put(
                "target", next.target() == null ? Values.none() : Values.text(Objects.requireNonNull(next.target())));
        return members;
    }

    private static void write(Writing w, ObjectType type, Field field, List<Turn> turns, boolean after) {
        var mutations = new ArrayList<Mutation.Update>();
        for (var turn : turns) {
            if (!after || !Values.empty(turn.after())) {
                var values = Values.object();
                values.set(field.name(), after ? turn.after() : Values.none());
                mutations.add(new Mutation.Update(turn.record().id(), null, values));
            }
        }
        for (int i = 0; i < mutations.size(); i += BATCH) {
            var outcomes = w.apply(type.name(), mutations.subList(i, Math.min(i + BATCH, mutations.size())));
            outcomes.forEach(o -> {
                if (o instanceof Outcome.Rejected rejected) {
                    throw new Refused(
                            "field.type.rejected",
                            Labels.problem(rejected.problems().getFirst()));
                }
            });
        }
    }

    private List<Turn> turns(ObjectType type, Field field, Field next) {
        var turns = new ArrayList<Turn>();
        var ids = holders(type, field);
        for (int i = 0; i < ids.size(); i += BATCH) {
            var found = records.find(type.name(), ids.subList(i, Math.min(i + BATCH, ids.size())));
            var known = names.of(type, found.values());
            for (var record : found.values()) {
                var before = record.value(field.name());
                if (!record.deleted() && !Values.empty(before)) {
                    turns.add(new Turn(record, before, Conversions.convert(type, field, before, next, known)));
                }
            }
        }
        return turns;
    }

    private List<UUID> holders(ObjectType type, Field field) {
        var ids = sql.resultQuery(
                        "SELECT r.id FROM " + type.table() + " r WHERE r.tenant_id = ? AND r.deleted_at IS NULL"
                                + type.only("r") + " AND " + FilledSql.of(type, field) + " ORDER BY r.id LIMIT "
                                + (MOST + 1),
                        Tenancy.id())
                .fetch(0, UUID.class);
        if (ids.size() > MOST) {
            throw new Refused("field.type.many", MOST);
        }
        return ids;
    }

    /** The field as it will be; choices are made of what the records hold. */
    private Field target(ObjectType type, Field field, FieldType to) {
        var choices = field.choices();
        boolean choosing = to == FieldType.CHOICE || to == FieldType.CHOICES;
        if (choosing && choices.isEmpty()) {
            choices = distinct(type, field);
        }
        return new Field(
                field.name(),
                to,
                new Storage.Custom(((Storage.Custom) field.storage()).member(), null),
                field.labels(),
                field.section(),
                choosing ? choices : List.of(),
                Conversions.linking(to) ? field.target() : null,
                Set.of());
    }

    private List<Choice> distinct(ObjectType type, Field field) {
        var words = new LinkedHashSet<String>();
        var ids = holders(type, field);
        for (int i = 0; i < ids.size(); i += BATCH) {
            var found = records.find(type.name(), ids.subList(i, Math.min(i + BATCH, ids.size())));
            var known = names.of(type, found.values());
            found.values().forEach(r -> words.add(ValueText.of(type, field, r.value(field.name()), known)));
        }
        words.removeIf(w -> w.isBlank() || w.length() > LONGEST_CHOICE || w.contains("\n"));
        if (words.isEmpty() || words.size() > CHOICES) {
            throw new Refused("field.type.choices", CHOICES);
        }
        var codes = new LinkedHashSet<String>();
        return words.stream()
                .map(w -> new Choice(FieldForm.fresh(ChoiceLines.code(w), codes), Map.of("fr", w, "en", w)))
                .toList();
    }
}

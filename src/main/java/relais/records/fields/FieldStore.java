package relais.records.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.ChoiceLines;
import relais.records.types.Field;
import relais.records.types.FieldDescription;
import relais.records.types.FieldUses;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Adds, changes, orders and deletes the custom fields of an object, through the writer. */
@Repository
@Transactional
class FieldStore {
    private final DSLContext sql;
    private final Records records;
    private final ObjectTypes types;
    private final List<FieldUses> uses;

    FieldStore(DSLContext sql, Records records, ObjectTypes types, List<FieldUses> uses) {
        this.uses = uses;
        this.sql = sql;
        this.records = records;
        this.types = types;
    }

    /** The field of this object; not found when it is deleted or another object's. */
    @Transactional(readOnly = true)
    Snapshot find(ObjectType type, UUID id) {
        return records.find(FieldDescription.NAME, id)
                .filter(f -> f.text("object").equals(type.name()))
                .orElseThrow(NotFound::new);
    }

    /** The ids of the object's own fields by their names, in their order. */
    @Transactional(readOnly = true)
    Map<String, UUID> ids(ObjectType type) {
        var ids = new LinkedHashMap<String, UUID>();
        sql.resultQuery("""
                        SELECT f.code, f.id FROM records.field f WHERE f.tenant_id = ? AND f.object = ?
                        AND f.deleted_at IS NULL ORDER BY f.position NULLS LAST, f.id""", Tenancy.id(), type.name())
                .fetch()
                .forEach(r -> ids.put("custom." + r.get(0, String.class), r.get(1, UUID.class)));
        return ids;
    }

    /** The folded labels that fields of the object have already, but for this one. */
    Set<String> takenLabels(ObjectType type, String except) {
        return type.fields().stream()
                .filter(f -> !f.name().equals(except))
                .map(f -> Fold.key(Labels.field(type, f)))
                .collect(Collectors.toSet());
    }

    /** Adds a field behind the others. */
    Operated<Outcome> add(ObjectType type, FieldForm form) {
        var values = values(form);
        values.put("object", type.name());
        values.put("code", FieldForm.fresh(ChoiceLines.code(form.labelFr()), usedCodes(type, form.labelFr())));
        values.put("type", String.valueOf(form.type()));
        values.put("position", ids(type).size() + 1);
        if (form.linking()) {
            values.put("target", form.target());
        }
        return records.write(Intent.of("field.create", form.labelFr()), w -> w.create(FieldDescription.NAME, values));
    }

    /** Changes what can be changed of a field: its words, rule, place and choices. */
    Operated<Outcome> change(Snapshot field, FieldForm form) {
        return records.write(
                Intent.of("field.update", form.labelFr()),
                w -> w.update(FieldDescription.NAME, field.id(), null, values(form)));
    }

    private static ObjectNode values(FieldForm form) {
        var values = Values.object();
        values.put("labelFr", form.labelFr());
        values.put("labelEn", form.labelEn().isEmpty() ? form.labelFr() : form.labelEn());
        values.put("section", form.section());
        values.put("required", form.required());
        if (form.choosing()) {
            values.put("choices", form.choiceLines());
        }
        return values;
    }

    /** What uses a field, so that it is not deleted. */
    @Transactional(readOnly = true)
    List<FieldUses.Use> uses(ObjectType type, Snapshot field) {
        var described = described(type, field);
        return uses.stream().flatMap(u -> u.of(type, described).stream()).toList();
    }

    /** Deletes a field; its values stay in the records and come back when that is undone. */
    Operated<Outcome> delete(Snapshot field) {
        return records.write(
                Intent.of("field.delete", field.text("labelFr")),
                w -> w.delete(FieldDescription.NAME, field.id(), null));
    }

    /** Moves a field one place up or down among the object's own. */
    Operated<Boolean> move(ObjectType type, UUID id, int by) {
        var order = new ArrayList<>(ids(type).values());
        int from = order.indexOf(id);
        int to = from + by;
        if (from < 0) {
            throw new NotFound();
        }
        if (to < 0 || to >= order.size()) {
            throw new Refused("field.end");
        }
        order.remove(from);
        order.add(to, id);
        var moves = moves(order);
        return records.write(Intent.of("field.order", Labels.object(type)), w -> {
            w.apply(FieldDescription.NAME, moves);
            return true;
        });
    }

    private static List<Mutation.Update> moves(List<UUID> order) {
        var moves = new ArrayList<Mutation.Update>();
        for (int i = 0; i < order.size(); i++) {
            var values = Values.object();
            values.put("position", i + 1);
            moves.add(new Mutation.Update(order.get(i), null, values));
        }
        return moves;
    }

    /** Codes of fields that are or were, and that of values without a field: a new field starts empty. */
    Set<String> usedCodes(ObjectType type, String label) {
        var used = new HashSet<>(sql.resultQuery(
                        "SELECT f.code FROM records.field f WHERE f.tenant_id = ? AND f.object = ?",
                        Tenancy.id(),
                        type.name())
                .fetchSet(0, String.class));
        var wish = ChoiceLines.code(label);
        if (holds(type, wish)) {
            used.add(wish);
        }
        return used;
    }

    private boolean holds(ObjectType type, String code) {
        return sql.resultQuery(
                        "SELECT 1 FROM " + type.table()
                                + " r WHERE r.tenant_id = ? AND (r.custom -> CAST(? AS text)) IS NOT NULL"
                                + type.only("r") + " LIMIT 1",
                        Tenancy.id(),
                        code)
                .fetchOptional()
                .isPresent();
    }

    /** The described field behind a record of it. */
    Field described(ObjectType type, Snapshot field) {
        return types.of(type.name()).required("custom." + field.text("code"));
    }
}

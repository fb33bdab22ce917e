package relais.records.fields;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.formulas.Formula;
import relais.records.types.Field;
import relais.records.types.FieldRuleDescription;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Writes the rules of fields, through the writer: one record for a field that has any. */
@Repository
@Transactional
class RuleStore {
    private final DSLContext sql;
    private final Records records;

    RuleStore(DSLContext sql, Records records) {
        this.sql = sql;
        this.records = records;
    }

    /** Makes the rules of the field these; none at all takes the record away. */
    Operated<Outcome> save(ObjectType type, Field field, RuleForm form, @Nullable String preset) {
        var there = id(type, field);
        var values = values(type, form, preset);
        return records.write(Intent.of("field.rule", Labels.field(type, field)), w -> {
            if (there.isPresent() && form.empty()) {
                return w.delete(FieldRuleDescription.NAME, there.get(), null);
            }
            if (there.isPresent()) {
                return w.update(FieldRuleDescription.NAME, there.get(), null, values);
            }
            if (form.empty()) {
                return new Outcome.Unchanged(new UUID(0, 0), 0);
            }
            values.put("object", type.name());
            values.put("field", field.name());
            return w.create(FieldRuleDescription.NAME, values);
        });
    }

    private Optional<UUID> id(ObjectType type, Field field) {
        return sql.resultQuery(
                        "SELECT r.id FROM records.field_rule r WHERE r.tenant_id = ? AND r.object = ? AND r.field = ?"
                                + " AND r.deleted_at IS NULL",
                        Tenancy.id(),
                        type.name(),
                        field.name())
                .fetchOptional(r -> r.get(0, UUID.class));
    }

    private static ObjectNode values(ObjectType type, RuleForm form, @Nullable String preset) {
        var values = Values.object();
        put(values, "valid", kept(type, form.valid()));
        put(values, "messageFr", form.valid().isEmpty() ? "" : form.messageFr());
        put(values, "messageEn", form.valid().isEmpty() ? "" : form.messageEn());
        put(values, "requiredWhen", kept(type, form.requiredWhen()));
        put(values, "preset", preset == null ? "" : preset);
        values.put("single", form.single());
        return values;
    }

    private static String kept(ObjectType type, String text) {
        return !text.isEmpty() && Formula.read(text, type) instanceof Formula.Reading.Good good
                ? good.formula().kept()
                : "";
    }

    private static void put(ObjectNode values, String member, String text) {
        if (text.isEmpty()) {
            values.putNull(member);
        } else {
            values.put(member, text);
        }
    }
}

package relais.records.types;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import relais.platform.database.Kept;
import relais.platform.tenancy.Tenancy;

/** A workspace's own fields, as its administrators described them. */
@Component
class CustomFields {
    private final DSLContext sql;
    private final Kept<Boolean, Own> kept;

    CustomFields(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.kept = new Kept<>(transactions, Duration.ofSeconds(2));
    }

    /**
     * What a workspace added.
     *
     * @param extended objects with these fields, made when first asked for
     */
    private record Own(
            Map<String, List<Field>> fields,
            Map<String, Map<String, FieldRule>> rules,
            Map<String, ObjectType> extended) {
        ObjectType extend(ObjectType type) {
            var ruled = rules.getOrDefault(type.name(), Map.of());
            return type.with(fields.getOrDefault(type.name(), List.of())).ruled(ruled);
        }
    }

    /** The object with the fields that the current workspace gave it. */
    ObjectType extend(ObjectType type) {
        if (!Tenancy.CURRENT.isBound()) {
            return type;
        }
        var own = kept.get(true, this::load);
        boolean plain = !own.fields().containsKey(type.name()) && !own.rules().containsKey(type.name());
        return plain ? type : own.extended().computeIfAbsent(type.name(), n -> own.extend(type));
    }

    /** Forgets what it knows of this workspace: somebody changed it. */
    void forget() {
        kept.forget();
    }

    private Own load() {
        var fields = new HashMap<String, List<Field>>();
        sql.resultQuery("""
                        SELECT f.object, f.code, f.type, f.label_fr, f.label_en, f.section, f.choices, f.target, f.required, f.slot,
                        f.formula, f.reads, f.rollup FROM records.field f WHERE f.tenant_id = ? AND f.deleted_at IS NULL
                        ORDER BY f.position NULLS LAST, f.id""", Tenancy.id())
                .fetch()
                .forEach(r -> fields.computeIfAbsent(r.get(0, String.class), o -> new ArrayList<>())
                        .add(field(r)));
        return new Own(fields, rules(), new ConcurrentHashMap<>());
    }

    private Map<String, Map<String, FieldRule>> rules() {
        var rules = new HashMap<String, Map<String, FieldRule>>();
        sql.resultQuery("""
                        SELECT r.object, r.field, r.valid_when, r.message_fr, r.message_en, r.required_when, r.preset,
                        r.single FROM records.field_rule r WHERE r.tenant_id = ? AND r.deleted_at IS NULL""", Tenancy.id())
                .fetch()
                .forEach(r -> rules.computeIfAbsent(r.get(0, String.class), o -> new HashMap<>())
                        .put(r.get(1, String.class), rule(r)));
        return rules;
    }

    private static FieldRule rule(org.jooq.Record r) {
        return new FieldRule(
                r.get("valid_when", String.class),
                Objects.requireNonNullElse(r.get("message_fr", String.class), ""),
                Objects.requireNonNullElse(r.get("message_en", String.class), ""),
                r.get("required_when", String.class),
                r.get("preset", String.class),
                Boolean.TRUE.equals(r.get("single", Boolean.class)));
    }

    private static Field field(org.jooq.Record r) {
        var type = FieldType.valueOf(r.get("type", String.class));
        var code = r.get("code", String.class);
        var slot = r.get("slot", String.class);
        var traits = EnumSet.noneOf(Field.Trait.class);
        if (Boolean.TRUE.equals(r.get("required", Boolean.class))) {
            traits.add(Field.Trait.REQUIRED);
        }
        if (slot != null) {
            traits.add(Field.Trait.SORTABLE);
        }
        var field = new Field(
                "custom." + code,
                type,
                new Storage.Custom(code, slot),
                Map.of("fr", r.get("label_fr", String.class), "en", r.get("label_en", String.class)),
                r.get("section", String.class),
                ChoiceLines.parse(r.get("choices", String.class)),
                r.get("target", String.class),
                traits);
        var derivation = Derivation.read(
                r.get("formula", String.class), r.get("reads", String.class), r.get("rollup", String.class));
        return derivation.map(field::derived).orElse(field);
    }
}

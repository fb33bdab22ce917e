package relais.records.types;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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
     * @param objects the objects that it made itself, those that it deleted too
     * @param gone the names of those that it deleted
     * @param extended objects with these fields, made when first asked for
     */
    private record Own(
            Map<String, List<Field>> fields,
            Map<String, Map<String, FieldRule>> rules,
            Map<String, ObjectType> objects,
            Set<String> gone,
            Map<String, ObjectType> extended) {}

    /** The objects that the current workspace made itself, in their order. */
    List<ObjectType> living() {
        if (!Tenancy.CURRENT.isBound()) {
            return List.of();
        }
        var own = kept.get(true, this::load);
        return own.objects().values().stream()
                .filter(t -> !own.gone().contains(t.name()))
                .toList();
    }

    /** The object of this name that the workspace made itself; one that it deleted is still known by its history. */
    @Nullable
    ObjectType own(String name) {
        return Tenancy.CURRENT.isBound() ? kept.get(true, this::load).objects().get(name) : null;
    }

    /** Whether the workspace deleted this object of its own. */
    boolean gone(String name) {
        return Tenancy.CURRENT.isBound() && kept.get(true, this::load).gone().contains(name);
    }

    /** The object with the fields that the current workspace gave it. */
    ObjectType extend(ObjectType type, Function<String, @Nullable ObjectType> standard) {
        if (!Tenancy.CURRENT.isBound()) {
            return type;
        }
        var own = kept.get(true, this::load);
        return own.extended().computeIfAbsent(type.name(), n -> extended(type, own, standard));
    }

    private static ObjectType extended(ObjectType type, Own own, Function<String, @Nullable ObjectType> standard) {
        var fields = own.fields().getOrDefault(type.name(), List.of());
        var paths = new ArrayList<>(type.relations());
        own.fields()
                .forEach((object, all) -> all.stream()
                        .filter(f ->
                                type.name().equals(f.target()) && !own.gone().contains(object))
                        .forEach(f -> {
                            var from = own.objects().containsKey(object)
                                    ? own.objects().get(object)
                                    : standard.apply(object);
                            if (from != null) {
                                paths.add(new ObjectType.Relation(
                                        from.plural() + "." + f.name(),
                                        object,
                                        from.table(),
                                        "id",
                                        object + "." + f.name()));
                            }
                        }));
        var rules = own.rules().getOrDefault(type.name(), Map.of());
        boolean same = fields.isEmpty()
                && rules.isEmpty()
                && paths.size() == type.relations().size();
        return same ? type : type.with(fields).ruled(rules).related(paths);
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
        var objects = new LinkedHashMap<String, ObjectType>();
        var gone = new HashSet<String>();
        sql.resultQuery(OwnTypes.query(), Tenancy.id()).fetch().forEach(r -> {
            var type = OwnTypes.of(r);
            objects.put(type.name(), type);
            if (r.get("gone", Boolean.class)) {
                gone.add(type.name());
            }
        });
        return new Own(fields, rules(), objects, gone, new ConcurrentHashMap<>());
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

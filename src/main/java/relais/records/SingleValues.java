package relais.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.platform.web.Refused;
import relais.records.changes.RecordsWritten;
import relais.records.store.RecordStates;
import relais.records.types.Field;
import relais.records.types.FieldRuleDescription;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** Values of which a workspace wants each only once: who holds which, kept in the transaction of each write. */
@Component
public class SingleValues {
    private static final int CHUNK = 5_000;
    private static final int KEY = 200;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final RecordStates states;

    SingleValues(DSLContext sql, ObjectTypes types, RecordStates states) {
        this.sql = sql;
        this.types = types;
        this.states = states;
    }

    /** Whether values of such a field can be held once. */
    public static boolean fits(Field field) {
        return field.writable()
                && switch (field.type()) {
                    case TEXT, NUMBER, DATE, INSTANT, MONEY, LINK, USER, SITE, URL -> true;
                    case LONG_TEXT, CHOICE, CHOICES, BOOLEAN, TAGS, COLLECTION -> false;
                    case PERCENT, DURATION, RATING, FILE, ADDRESS, LINKS -> false;
                };
    }

    static List<Field> of(ObjectType type) {
        return type.fields().stream()
                .filter(f -> f.rule() != null && f.rule().single())
                .toList();
    }

    /** The form in which two values count as the same; null for an empty one. */
    static @Nullable String key(Field field, @Nullable JsonNode value) {
        if (value == null || Values.empty(value)) {
            return null;
        }
        var text = field.type() == FieldType.TEXT ? Fold.key(value.asString()) : Values.canonical(value);
        var whole = text.isEmpty() ? value.asString("") : text;
        return whole.length() <= KEY ? whole : whole.substring(0, KEY) + "#" + Integer.toHexString(whole.hashCode());
    }

    /** Who holds these values of the field already. */
    Map<String, UUID> holders(ObjectType type, Field field, Set<String> keys) {
        var holders = new HashMap<String, UUID>();
        sql.resultQuery(
                        "SELECT s.key, s.record_id FROM records.single_value s WHERE s.tenant_id = ? AND s.object = ?"
                                + " AND s.field = ? AND s.key = ANY(?)",
                        Tenancy.id(),
                        type.name(),
                        field.name(),
                        keys.toArray(String[]::new))
                .fetch()
                .forEach(r -> holders.put(r.get(0, String.class), r.get(1, UUID.class)));
        return holders;
    }

    @EventListener
    void written(RecordsWritten written) {
        if (written.type().name().equals(FieldRuleDescription.NAME)) {
            types.forgetCustomFields();
            written.items().forEach(this::ruled);
        }
        of(written.type()).forEach(f -> keep(written, f));
    }

    private void keep(RecordsWritten written, Field field) {
        var touched = written.items().stream()
                .filter(i -> i.change().creates() || touches(i, field))
                .toList();
        if (touched.isEmpty()) {
            return;
        }
        sql.query(
                        "DELETE FROM records.single_value WHERE tenant_id = ? AND object = ? AND field = ? AND record_id ="
                                + " ANY(?)",
                        Tenancy.id(),
                        written.type().name(),
                        field.name(),
                        touched.stream().map(i -> i.change().record()).toArray(UUID[]::new))
                .execute();
        var held = new HashMap<String, UUID>();
        for (var item : touched) {
            var state = item.state();
            var key = state == null || state.has(Snapshot.DELETED) ? null : key(field, state.get(field.name()));
            if (key != null) {
                held.put(key, item.change().record());
            }
        }
        insert(written.type(), field, held, "");
    }

    private static boolean touches(RecordsWritten.Item item, Field field) {
        var after = item.change().after();
        return after == null || after.has(field.name()) || after.has(Snapshot.DELETED);
    }

    private int insert(ObjectType type, Field field, Map<String, UUID> held, String conflict) {
        if (held.isEmpty()) {
            return 0;
        }
        var keys = new ArrayList<>(held.keySet());
        return sql.query(
                        "INSERT INTO records.single_value (tenant_id, object, field, key, record_id) SELECT CAST(? AS uuid),"
                                + " CAST(? AS text), CAST(? AS text), k.key, k.id FROM unnest(CAST(? AS text[]), CAST(? AS"
                                + " uuid[])) AS k (key, id)" + conflict,
                        Tenancy.id(),
                        type.name(),
                        field.name(),
                        keys.toArray(String[]::new),
                        keys.stream().map(held::get).toArray(UUID[]::new))
                .execute();
    }

    /** A rule came, changed or went: who holds what is read anew. */
    private void ruled(RecordsWritten.Item item) {
        var state = item.state() == null ? Objects.requireNonNull(item.change().before()) : item.state();
        types.find(state.path("object").asString("")).map(t -> types.whole(t.name())).ifPresent(type -> {
            var name = state.path("field").asString("");
            sql.query(
                            "DELETE FROM records.single_value WHERE tenant_id = ? AND object = ? AND field = ?",
                            Tenancy.id(),
                            type.name(),
                            name)
                    .execute();
            type.field(name)
                    .filter(f -> of(type).contains(f))
                    .flatMap(f -> fill(type, f, true))
                    .ifPresent(twice -> {
                        throw new Refused("rule.twice", twice);
                    });
        });
    }

    /** A value that two records hold, so that it can't be asked to be single; nothing when there is none. */
    public Optional<String> twice(ObjectType type, Field field) {
        return fill(type, field, false);
    }

    private Optional<String> fill(ObjectType type, Field field, boolean keep) {
        var seen = new HashSet<String>();
        var after = new UUID(0, 0);
        while (true) {
            var ids = ids(type, after);
            var held = new HashMap<String, UUID>();
            for (var record : states.load(type, ids, Set.of(field.name())).values()) {
                var key = record.deleted() ? null : key(field, record.value(field.name()));
                if (key != null && !seen.add(key)) {
                    return Optional.of(record.value(field.name()).asString(key));
                }
                if (key != null) {
                    held.put(key, record.id());
                }
            }
            if (keep) {
                insert(type, field, held, " ON CONFLICT DO NOTHING");
            }
            if (ids.size() < CHUNK) {
                return Optional.empty();
            }
            after = ids.getLast();
        }
    }

    private List<UUID> ids(ObjectType type, UUID after) {
        return sql.resultQuery(
                        "SELECT r.id FROM " + type.table() + " r WHERE r.tenant_id = ? AND r.id > ?" + type.only("r")
                                + " ORDER BY r.id LIMIT " + CHUNK,
                        Tenancy.id(),
                        after)
                .fetch(0, UUID.class);
    }
}

package relais.records.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Storage;
import relais.records.types.Visibility;

/** Records and labels that begin with what is being typed: ranges of indexed folded keys. */
@Component
class Suggestions {
    static final int MANY = 8;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Visibility visibility;

    Suggestions(DSLContext sql, ObjectTypes types, Visibility visibility) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
    }

    /** A record or label that is offered; a label has no id. */
    public record Found(String id, String name, String hint) {}

    /** Records whose title or reference begins with this text. */
    @Transactional(readOnly = true)
    List<Found> records(String object, String text) {
        return search(object, Fold.key(text), true);
    }

    /** The ids of the records with exactly this title or reference. */
    @Transactional(readOnly = true)
    List<UUID> exact(String object, String text) {
        return search(object, Fold.key(text), false).stream()
                .map(f -> UUID.fromString(f.id()))
                .toList();
    }

    private List<Found> search(String object, String key, boolean prefix) {
        var type = types.of(object);
        var found = new LinkedHashMap<String, Found>();
        if (!key.isEmpty() && Actor.current().may(object, Action.READ)) {
            for (var field : keyed(type)) {
                range(type, field, key, prefix).forEach(f -> found.putIfAbsent(f.id(), f));
            }
        }
        return found.values().stream().limit(MANY).toList();
    }

    private static List<Field> keyed(ObjectType type) {
        return type.fields().stream()
                .filter(f -> type.titles().contains(f.name()) || f.has(Field.Trait.UNIQUE))
                .filter(f -> f.storage() instanceof Storage.Column c && c.key() != null)
                .toList();
    }

    private List<Found> range(ObjectType type, Field field, String key, boolean prefix) {
        var column = (Storage.Column) field.storage();
        var titles = type.titles().stream()
                .map(type::required)
                .map(f -> "nullif(r." + ((Storage.Column) f.storage()).column() + ", '')")
                .toList();
        var hint = titles.size() > 1 ? titles.getLast() : "''";
        var until = prefix ? Fold.prefixEnd(key) : key;
        return sql.select(
                        DSL.field("r.id"),
                        DSL.field("coalesce(" + String.join(", ", titles) + ", '')"),
                        DSL.field("coalesce(" + hint + ", '')"))
                .from(type.table() + " r")
                .where(
                        "r.tenant_id = ? AND r.deleted_at IS NULL AND r." + column.key() + " >= ? AND r." + column.key()
                                + (prefix ? " < ?" : " <= ?") + type.only("r"),
                        Tenancy.id(),
                        key,
                        until)
                .and(visibility.rows(type, "r"))
                .orderBy(DSL.field("r." + column.key()), DSL.field("r.id"))
                .limit(MANY)
                .fetch(r -> new Found(r.get(0, String.class), r.get(1, String.class), r.get(2, String.class)));
    }

    /** Labels of this tag field that begin with this text. */
    @Transactional(readOnly = true)
    List<String> labels(ObjectType type, Field field, String text) {
        var key = Fold.key(text);
        if (field.type() != FieldType.TAGS || !Actor.current().may(type.name(), Action.READ)) {
            return new ArrayList<>();
        }
        var table = ((Storage.Labels) field.storage()).tagTable();
        return sql.resultQuery(
                        "SELECT t.label FROM " + table + " t WHERE t.tenant_id = ? AND t.key >= ? AND t.key < ?"
                                + " ORDER BY t.key LIMIT ?",
                        Tenancy.id(),
                        key,
                        Fold.prefixEnd(key),
                        MANY)
                .fetch(0, String.class);
    }
}

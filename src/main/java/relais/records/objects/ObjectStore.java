package relais.records.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.FieldUses;
import relais.records.types.ObjectType;
import relais.records.types.OwnObjectDescription;
import relais.records.types.Snapshot;

/** Makes, changes and deletes the workspace's own objects, through the writer. */
@Repository
@Transactional
class ObjectStore {
    /** So many that lists of objects stay readable and every page fast. */
    static final int MOST = 300;

    private static final int COUNTED = 10_000;

    private final DSLContext sql;
    private final Records records;
    private final Codes codes;
    private final List<FieldUses> uses;

    ObjectStore(DSLContext sql, Records records, Codes codes, List<FieldUses> uses) {
        this.sql = sql;
        this.records = records;
        this.codes = codes;
        this.uses = uses;
    }

    /** What deleting an object takes out of sight; a count of one more than {@code COUNTED} says "more". */
    record Touched(int records, boolean more, int fields, List<FieldUses.Use> uses) {}

    /** The record that describes this object. */
    @Transactional(readOnly = true)
    Snapshot find(ObjectType type) {
        return sql.resultQuery(
                        "SELECT o.id FROM records.object o WHERE o.tenant_id = ? AND o.code = ? AND o.deleted_at IS NULL",
                        Tenancy.id(),
                        type.name())
                .fetchOptional(0, UUID.class)
                .flatMap(id -> records.find(OwnObjectDescription.NAME, id))
                .orElseThrow(NotFound::new);
    }

    Operated<Outcome> create(ObjectForm form) {
        var former = former();
        if (living() >= MOST) {
            throw new Refused("object.many", MOST);
        }
        var values = form.values();
        values.put("code", codes.code(values.path("oneEn").asString(""), former.keySet()));
        values.put("plural", codes.plural(values.path("manyEn").asString(""), former.values()));
        values.put("position", former.size() + 1);
        return records.write(
                Intent.of("object.create", form.oneFr()), w -> w.create(OwnObjectDescription.NAME, values));
    }

    private int living() {
        return sql.resultQuery(
                        "SELECT count(*) FROM records.object o WHERE o.tenant_id = ? AND o.deleted_at IS NULL",
                        Tenancy.id())
                .fetchSingle()
                .get(0, Integer.class);
    }

    /** Codes and addresses of every object there was; history and values still bear them. */
    private Map<String, String> former() {
        var former = new LinkedHashMap<String, String>();
        sql.resultQuery("SELECT o.code, o.plural FROM records.object o WHERE o.tenant_id = ?", Tenancy.id())
                .fetch()
                .forEach(r -> former.put(r.get(0, String.class), r.get(1, String.class)));
        return former;
    }

    Operated<Outcome> change(Snapshot object, ObjectForm form) {
        return records.write(
                Intent.of("object.update", form.oneFr()),
                w -> w.update(OwnObjectDescription.NAME, object.id(), null, form.values()));
    }

    /** What goes out of sight with the object, and what forbids it. */
    @Transactional(readOnly = true)
    Touched touched(ObjectType type) {
        int count = sql.resultQuery(
                        "SELECT count(*) FROM (SELECT 1 FROM " + type.table()
                                + " r WHERE r.tenant_id = ? AND r.deleted_at IS NULL" + type.only("r") + " LIMIT "
                                + (COUNTED + 1) + ") x",
                        Tenancy.id())
                .fetchSingle()
                .get(0, Integer.class);
        var used = new ArrayList<FieldUses.Use>();
        uses.forEach(u -> used.addAll(u.of(type)));
        int own = (int) type.fields().stream().filter(f -> f.custom()).count();
        return new Touched(Math.min(count, COUNTED), count > COUNTED, own, used);
    }

    /** Deletes an object; its records stay where they are and come back when that is undone. */
    Operated<Outcome> delete(ObjectType type) {
        var used = touched(type).uses();
        if (!used.isEmpty()) {
            throw new Refused(
                    "object.used",
                    String.join(", ", used.stream().map(FieldUses.Use::what).toList()));
        }
        var object = find(type);
        return records.write(
                Intent.of("object.delete", object.text("oneFr")),
                w -> w.delete(OwnObjectDescription.NAME, object.id(), null));
    }
}

package relais.records.rights;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Directory;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.RowRights;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.records.types.Visibility;

/** Shares one record with one person, to be read or changed too. */
@Service
class Shares {
    private final DSLContext sql;
    private final Records records;
    private final ObjectTypes types;
    private final Visibility visibility;
    private final Directory directory;

    Shares(DSLContext sql, Records records, ObjectTypes types, Visibility visibility, Directory directory) {
        this.sql = sql;
        this.records = records;
        this.types = types;
        this.visibility = visibility;
        this.directory = directory;
    }

    /** A share as it stands. */
    record Share(UUID id, UUID person, boolean writing) {}

    /** With whom the record is shared, for whoever sees it. */
    @Transactional(readOnly = true)
    List<Share> of(Snapshot record) {
        return sql.fetch(
                        "SELECT g.id, g.person_id, g.writing FROM identity.share g WHERE g.tenant_id = ? AND g.record_id = ?"
                                + " AND g.object = ? AND g.deleted_at IS NULL ORDER BY g.created_at, g.id",
                        Tenancy.id(),
                        record.id().toString(),
                        record.type().name())
                .map(r -> new Share(
                        r.get(0, UUID.class), r.get(1, UUID.class), Boolean.TRUE.equals(r.get(2, Boolean.class))));
    }

    /** The record, when records of its object can be shared and the actor sees it. */
    Snapshot record(String object, UUID id) {
        var type = types.open(object)
                .filter(t -> types.description(t).rows() instanceof RowRights.Belonging)
                .orElseThrow(NotFound::new);
        return records.find(type.name(), id).orElseThrow(NotFound::new);
    }

    /** Whether the actor may share this record: who may change it may let others see it. */
    boolean may(Snapshot record) {
        ObjectType type = record.type();
        return Actor.current().may(type.name(), Action.UPDATE) && visibility.changes(type, record);
    }

    /** Shares the record with this person, or changes how. */
    @Transactional
    Operated<Outcome> share(Snapshot record, UUID person, boolean writing) {
        require(record);
        if (directory.activeUsers().stream().noneMatch(u -> u.id().equals(person))) {
            throw new Refused("share.person");
        }
        var values = Values.object();
        values.set("writing", writing ? Values.bool(true) : Values.none());
        var known = known(record, person);
        if (known != null) {
            return records.write(
                    intent("share.update", record, person), w -> w.update(ShareDescription.NAME, known, null, values));
        }
        values.put("object", record.type().name())
                .put("record", record.id().toString())
                .put("person", person.toString());
        return records.write(intent("share.create", record, person), w -> w.create(ShareDescription.NAME, values));
    }

    /** Takes the share back. */
    @Transactional
    Operated<Outcome> withdraw(Snapshot record, UUID share) {
        require(record);
        var known = of(record).stream()
                .filter(s -> s.id().equals(share))
                .findFirst()
                .orElseThrow(NotFound::new);
        return records.write(
                intent("share.delete", record, known.person()), w -> w.delete(ShareDescription.NAME, share, null));
    }

    private void require(Snapshot record) {
        Actor.current().require(record.type().name(), Action.UPDATE);
        if (!may(record)) {
            throw new Refused("share.reading");
        }
    }

    private @Nullable UUID known(Snapshot record, UUID person) {
        return of(record).stream()
                .filter(s -> s.person().equals(person))
                .map(Share::id)
                .findFirst()
                .orElse(null);
    }

    private Intent intent(String code, Snapshot record, UUID person) {
        return new Intent(
                code,
                Map.of(
                        "subject",
                        record.title(),
                        "person",
                        directory.name(person).orElse("")));
    }
}

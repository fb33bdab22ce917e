package relais.records.rollups;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.changes.RecordsWritten;
import relais.records.criteria.Criterion;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/**
 * One figure over related records, with everything it needs.
 *
 * @param owner the object whose field it is
 * @param field the field that keeps the figure
 * @param over the object that is counted
 * @param link the field of the counted object that leads to the owner
 * @param measured the field that is summed or compared; null for a count
 * @param watched the fields of the counted object on which the figure depends
 */
record RollUp(
        ObjectType owner,
        Field field,
        ObjectType over,
        Field link,
        Derivation.Figure figure,
        @Nullable Field measured,
        Criterion where,
        Set<String> watched) {

    /** Whether the write can have changed the figure. */
    boolean concerned(RecordsWritten.Item item) {
        var change = item.change();
        var after = change.after();
        return change.creates()
                || change.removes()
                || after == null
                || after.has(Snapshot.DELETED)
                || after.propertyNames().stream().anyMatch(watched::contains);
    }

    /** The records whose figure the write can have changed: those it led to and those it leads to. */
    Set<UUID> owners(RecordsWritten.Item item) {
        var owners = new HashSet<UUID>();
        var change = item.change();
        var before = change.before();
        if (before != null) {
            add(owners, before.path(link.name()));
        }
        if (item.state() != null) {
            add(owners, item.state().path(link.name()));
        }
        return owners;
    }

    private static void add(Set<UUID> owners, JsonNode value) {
        if (value.isArray()) {
            value.forEach(v -> add(owners, v));
        } else if (!Values.empty(value)) {
            owners.add(UUID.fromString(value.asString()));
        }
    }
}

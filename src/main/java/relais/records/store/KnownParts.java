package relais.records.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/**
 * Collections and tags of records that were read lately. They belong to their record's version, so they hold good as long
 * as it has the same one: lists show the same records again and again, and ask for no more than their rows.
 */
@Component
class KnownParts {
    /** A list shows fifty records, and somebody who reads has a few lists; each takes about a kilobyte. */
    private static final int MOST = 20_000;

    private final Cache<Place, Parts> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Place(UUID workspace, UUID record) {}

    /** The values of some fields; an empty one has its place too, or nobody knew that it was read. */
    private record Parts(int version, Map<String, JsonNode> values) {}

    /** Fills in what is known of these fields and answers the records of which some are not known. */
    Map<UUID, Snapshot> fill(Map<UUID, Snapshot> records, Collection<Field> fields) {
        if (!lasting()) {
            return records;
        }
        var unknown = new LinkedHashMap<UUID, Snapshot>();
        records.forEach((id, record) -> {
            var parts = of(record, fields);
            if (parts == null) {
                unknown.put(id, record);
            } else {
                fields.forEach(f -> put(record, f, parts));
            }
        });
        return unknown;
    }

    /** Remembers these fields of records that were just read. */
    void remember(Collection<Snapshot> records, List<Field> fields) {
        if (!lasting()) {
            return;
        }
        for (var record : records) {
            var values = HashMap.<String, JsonNode>newHashMap(fields.size());
            fields.forEach(f -> values.put(f.name(), record.value(f.name()).deepCopy()));
            known.put(place(record), new Parts(record.version(), values));
        }
    }

    /** What a writing transaction sees of its own may never come true. */
    private static boolean lasting() {
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private @Nullable Parts of(Snapshot record, Collection<Field> fields) {
        var parts = known.getIfPresent(place(record));
        if (parts == null || parts.version() != record.version()) {
            return null;
        }
        for (var field : fields) {
            if (!parts.values().containsKey(field.name())) {
                return null;
            }
        }
        return parts;
    }

    /** A copy, since whoever gets a state may change it. */
    private static void put(Snapshot record, Field field, Parts parts) {
        var value = parts.values().get(field.name());
        if (value != null && !Values.empty(value)) {
            record.values().set(field.name(), value.deepCopy());
        }
    }

    private static Place place(Snapshot record) {
        return new Place(Tenancy.id(), record.id());
    }
}

package relais.records.types;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Directory;
import relais.platform.tenancy.Tenancy;
import tools.jackson.databind.JsonNode;

/** Resolves the users, sites and records that values point at to their names, one query for each object. */
@Service
public class ReferenceNames {
    private final DSLContext sql;
    private final ObjectTypes types;
    private final Visibility visibility;
    private final Directory directory;
    private final TransactionTemplate reading;

    ReferenceNames(
            DSLContext sql,
            ObjectTypes types,
            Visibility visibility,
            Directory directory,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
        this.directory = directory;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The names of everything these records point at. */
    public Map<UUID, String> of(ObjectType type, Collection<Snapshot> records) {
        return of(type, records.stream().map(Snapshot::values).toList());
    }

    /** The names of everything these values by field point at. */
    public Map<UUID, String> of(ObjectType type, List<? extends JsonNode> values) {
        var linked = new HashMap<String, Set<UUID>>();
        var colleagues = new HashSet<UUID>();
        for (var field : type.fields()) {
            var ids = switch (field.type()) {
                case USER, SITE -> colleagues;
                case LINK, LINKS ->
                    field.target() == null ? null : linked.computeIfAbsent(field.target(), t -> new HashSet<>());
                case TEXT, LONG_TEXT, NUMBER, DATE, INSTANT, CHOICE, CHOICES, BOOLEAN, MONEY, TAGS, COLLECTION -> null;
                case PERCENT, DURATION, RATING, URL, FILE, ADDRESS -> null;
            };
            if (ids != null) {
                values.stream()
                        .map(v -> v.path(field.name()))
                        .flatMap(v -> v.isArray() ? v.valueStream() : Stream.of(v))
                        .filter(v ->
                                v.asString("").length() == 36 && v.asString("").charAt(8) == '-')
                        .forEach(v -> ids.add(UUID.fromString(v.asString())));
            }
        }
        var names = directory.names(colleagues);
        linked.forEach((object, ids) -> names.putAll(names(object, ids)));
        return names;
    }

    /** The names of these records of one object, of those that the actor may see. */
    public Map<UUID, String> names(String object, Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            reading.executeWithoutResult(status -> names.putAll(titles(types.of(object), ids)));
        }
        return names;
    }

    private Map<UUID, String> titles(ObjectType type, Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        var seen = visibility.among(type, ids);
        if (seen.isEmpty()) {
            return names;
        }
        sql.resultQuery(
                        "SELECT x.id, coalesce(" + titles(type) + ", '') FROM " + type.table()
                                + " x WHERE x.tenant_id = ? AND x.id = ANY(?)" + type.only("x"),
                        Tenancy.id(),
                        seen.toArray(UUID[]::new))
                .fetch()
                .forEach(r -> names.put(r.get(0, UUID.class), r.get(1, String.class)));
        return names;
    }

    private static String titles(ObjectType type) {
        return type.titles().stream()
                .map(type::required)
                .map(f -> "nullif(x." + ((Storage.Column) f.storage()).column() + ", '')")
                .collect(Collectors.joining(", "));
    }
}

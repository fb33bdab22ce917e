package relais.records.seal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.database.Reading;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.OperationLog;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/**
 * Takes values out of the change log for good, the one way there is: the digests stay, so that the seals still verify,
 * and a mark by the key of the seals tells an erasure from a falsification.
 */
@Service
public class Erasure {
    private static final int CHUNK = 1_000;
    private static final int SHORTEST = 3;
    private static final String GONE = "…";

    private final DSLContext sql;
    private final SealKey key;
    private final OperationLog operations;
    private final SealStore store;
    private final ObjectTypes types;

    Erasure(DSLContext sql, SealKey key, OperationLog operations, SealStore store, ObjectTypes types) {
        this.sql = sql;
        this.key = key;
        this.operations = operations;
        this.store = store;
        this.types = types;
    }

    /**
     * Empties every change of these records, and in what operations say of themselves each part that repeats a text of
     * those changes; answers how many changes there were. Who may erase is for the caller to decide.
     */
    @Transactional
    public int blank(String object, Collection<UUID> ids) {
        return blank(object, ids, Set.of());
    }

    /** The same, and in what these operations say of themselves these texts go too. */
    @Transactional
    public int blank(String object, Collection<UUID> ids, Set<String> also) {
        int blanked = 0;
        var all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += CHUNK) {
            blanked += chunk(object, all.subList(i, Math.min(i + CHUNK, all.size())), also);
        }
        return blanked;
    }

    private record Logged(OffsetDateTime at, UUID operation, int seq, byte[] digest) {}

    private int chunk(String object, List<UUID> ids, Set<String> also) {
        var words = new HashMap<UUID, Set<String>>();
        var logged = new ArrayList<Logged>();
        Reading.each(
                sql,
                "SELECT h.at, h.operation_id, h.seq, h.digest, h.before, h.after FROM records.change h"
                        + " WHERE h.tenant_id = ? AND h.record_id = ANY(?) AND h.object = ?"
                        + " AND (h.before IS NOT NULL OR h.after IS NOT NULL)",
                List.of(Tenancy.id(), Reading.any(ids), object),
                r -> {
                    var operation = r.getObject(2, UUID.class);
                    logged.add(new Logged(r.getObject(1, OffsetDateTime.class), operation, r.getInt(3), r.getBytes(4)));
                    var said = words.computeIfAbsent(operation, o -> new HashSet<>(also));
                    texts(r.getString(5), said);
                    texts(r.getString(6), said);
                });
        changes(logged);
        operations(words);
        sql.fetch("SELECT records.blank_remainders(?, CAST(? AS uuid[]))", Tenancy.id(), ids.toArray(UUID[]::new));
        return logged.size();
    }

    private static void texts(@Nullable String json, Set<String> texts) {
        if (json != null) {
            texts(Values.parse(json), texts);
        }
    }

    private static void texts(JsonNode node, Set<String> texts) {
        if (node.isString() && node.asString().length() >= SHORTEST) {
            texts.add(node.asString());
        }
        node.forEach(child -> texts(child, texts));
    }

    private void changes(List<Logged> logged) {
        if (logged.isEmpty()) {
            return;
        }
        sql.fetch(
                "SELECT records.blank_changes(?, CAST(? AS timestamptz[]), CAST(? AS uuid[]), CAST(? AS integer[]), CAST(? AS text[]))",
                Tenancy.id(),
                logged.stream().map(l -> l.at().toString()).toArray(String[]::new),
                logged.stream().map(Logged::operation).toArray(UUID[]::new),
                logged.stream().map(Logged::seq).toArray(Integer[]::new),
                logged.stream().map(l -> hex(key.mark(l.digest()))).toArray(String[]::new));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** A title, a name or a value in the sentence of an operation goes too. */
    private void operations(Map<UUID, Set<String>> words) {
        var entries = store.latest(words.keySet());
        operations.find(words.keySet()).forEach((id, operation) -> {
            var kept = Values.object();
            boolean named = false;
            for (var arg : operation.intent().args().entrySet()) {
                boolean repeats = types.find(arg.getValue()).isEmpty()
                        && words.getOrDefault(id, Set.of()).stream().anyMatch(w -> repeats(arg.getValue(), w));
                kept.put(arg.getKey(), repeats ? GONE : arg.getValue());
                named = named || repeats;
            }
            if (named) {
                var entry = entries.get(id);
                sql.fetch(
                        "SELECT records.blank_operation(?, ?, CAST(? AS jsonb), CAST(? AS bytea))",
                        Tenancy.id(),
                        id,
                        Values.json(kept),
                        entry == null ? new byte[0] : key.mark(entry.facts()));
            }
        });
    }

    private static boolean repeats(String said, String word) {
        return said.contains(word) || said.length() >= SHORTEST && word.contains(said);
    }
}

package relais.customers.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Snapshot;
import relais.records.types.Values;

/** The register of processing activities. */
@Service
class Processings {
    static final List<String> TEXTS = List.of("name", "purpose", "people", "kinds", "recipients", "kept", "measures");
    static final List<String> BASES = List.of("consent", "contract", "obligation", "interest");

    private final DSLContext sql;
    private final Records records;

    Processings(DSLContext sql, Records records) {
        this.sql = sql;
        this.records = records;
    }

    @Transactional(readOnly = true)
    public List<Snapshot> all() {
        var ids = sql.resultQuery(
                        "SELECT p.id FROM customers.processing p WHERE p.tenant_id = ? AND p.deleted_at IS NULL"
                                + " ORDER BY p.name, p.id LIMIT 500",
                        Tenancy.id())
                .fetch(0, UUID.class);
        var found = records.find(ProcessingDescription.NAME, ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Transactional(readOnly = true)
    public Snapshot one(UUID id) {
        return records.find(ProcessingDescription.NAME, id).orElseThrow(NotFound::new);
    }

    @Transactional
    public Operated<?> save(@Nullable UUID id, Map<String, String> typed) {
        var values = Values.object();
        TEXTS.forEach(t -> values.put(t, typed.getOrDefault(t, "").strip()));
        var basis = typed.getOrDefault("basis", "");
        values.put("basis", BASES.contains(basis) ? basis : BASES.getFirst());
        var name = typed.getOrDefault("name", "").strip();
        return id == null
                ? records.write(Intent.of("processing.create", name), w -> w.create(ProcessingDescription.NAME, values))
                : records.write(
                        Intent.of("processing.update", name),
                        w -> w.update(ProcessingDescription.NAME, id, null, values));
    }

    @Transactional
    public Operated<?> delete(UUID id) {
        var name = one(id).title();
        return records.write(Intent.of("processing.delete", name), w -> w.delete(ProcessingDescription.NAME, id, null));
    }

    /** What is written in it, field by field. */
    static Map<String, String> texts(Snapshot activity) {
        var texts = new LinkedHashMap<String, String>();
        TEXTS.forEach(t -> texts.put(t, activity.text(t)));
        return texts;
    }
}

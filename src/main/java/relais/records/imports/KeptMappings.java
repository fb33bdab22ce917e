package relais.records.imports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.ui.Option;

/** Mappings kept under a name for the next file of the same making. */
@Component
class KeptMappings {
    private final DSLContext sql;
    private final Clock clock;

    KeptMappings(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps the mapping; one of the same name is replaced. */
    @Transactional
    public void keep(String object, String name, Mapping mapping) {
        sql.query(
                        "INSERT INTO records.import_mapping (tenant_id, id, object, name, name_key, mapping, created_at)"
                                + " VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS timestamptz)) ON CONFLICT"
                                + " (tenant_id, object, name_key) DO UPDATE SET mapping = excluded.mapping, name ="
                                + " excluded.name",
                        Tenancy.id(),
                        Ids.next(),
                        object,
                        name,
                        Fold.key(name),
                        mapping.json(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .execute();
    }

    @Transactional(readOnly = true)
    public Optional<Mapping> find(UUID id) {
        return sql.resultQuery(
                        "SELECT m.mapping FROM records.import_mapping m WHERE m.tenant_id = ? AND m.id = ?",
                        Tenancy.id(),
                        id)
                .fetchOptional(r -> Mapping.parse(r.get(0, JSONB.class).data()));
    }

    List<Option> options(String object) {
        return sql.resultQuery(
                        "SELECT m.id, m.name FROM records.import_mapping m WHERE m.tenant_id = ? AND m.object = ? ORDER BY"
                                + " m.name_key LIMIT 100",
                        Tenancy.id(),
                        object)
                .fetch(r -> new Option(r.get(0, String.class), r.get(1, String.class)));
    }
}

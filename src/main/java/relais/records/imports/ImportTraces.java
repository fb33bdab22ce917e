package relais.records.imports;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What imports still hold of a record: their files, the samples of their columns, what a dry run noted. */
@Component
public class ImportTraces {
    private static final Set<String> ENDED =
            Set.of(Import.State.DONE.name(), Import.State.CANCELLED.name(), Import.State.FAILED.name());

    private final DSLContext sql;
    private final Workshop workshop;

    ImportTraces(DSLContext sql, Workshop workshop) {
        this.sql = sql;
        this.workshop = workshop;
    }

    private record Held(UUID id, String state) {}

    /** How many imports hold something of this record, or of these texts. */
    @Transactional(readOnly = true)
    public int count(UUID record, Collection<String> texts) {
        return holding(record, texts).size();
    }

    private List<Held> holding(UUID record, Collection<String> texts) {
        return sql
                .resultQuery("SELECT i.id, i.state FROM records.import i WHERE i.tenant_id = ?", Tenancy.id())
                .fetch(r -> new Held(r.get(0, UUID.class), r.get(1, String.class)))
                .stream()
                .filter(h -> wrote(h.id(), record) || FileTexts.hold(workshop.path(h.id()), texts))
                .toList();
    }

    private boolean wrote(UUID id, UUID record) {
        return sql.resultQuery(
                        "SELECT 1 FROM records.import_row j WHERE j.tenant_id = ? AND j.import_id = ? AND j.record_id = ?"
                                + " LIMIT 1",
                        Tenancy.id(),
                        id,
                        record)
                .fetchOptional()
                .isPresent();
    }

    /** Takes it away: the file goes, what became of each row stays as a number. */
    @Transactional
    public void erase(UUID record, Collection<String> texts) {
        for (var held : holding(record, texts)) {
            workshop.discard(held.id());
            if (!ENDED.contains(held.state())) {
                sql.execute("DELETE FROM records.import WHERE tenant_id = ? AND id = ?", Tenancy.id(), held.id());
                continue; // without its file nothing can come of it any more
            }
            sql.execute(
                    "UPDATE records.import_row SET problems = NULL WHERE tenant_id = ? AND import_id = ?",
                    Tenancy.id(),
                    held.id());
            sql.execute(
                    "DELETE FROM records.import_trial WHERE tenant_id = ? AND import_id = ?", Tenancy.id(), held.id());
            sql.execute(
                    "UPDATE records.import SET profile = CAST(? AS jsonb) WHERE tenant_id = ? AND id = ?",
                    Values.json(bare(profile(held.id()))),
                    Tenancy.id(),
                    held.id());
        }
    }

    private JsonNode profile(UUID id) {
        return Values.parse(sql.fetchSingle(
                        "SELECT i.profile FROM records.import i WHERE i.tenant_id = ? AND i.id = ?", Tenancy.id(), id)
                .get(0, JSONB.class)
                .data());
    }

    /** The columns without their samples. */
    private static JsonNode bare(JsonNode profile) {
        profile.path("columns").forEach(column -> {
            for (var samples : new String[] {"examples", "distinct"}) {
                if (column instanceof ObjectNode one && one.get(samples) instanceof ArrayNode array) {
                    array.removeAll();
                }
            }
        });
        return profile;
    }
}

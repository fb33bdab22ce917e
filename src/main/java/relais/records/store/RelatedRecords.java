package relais.records.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.types.ObjectType;

/** Finds which records others hang on, along the declared relations and custom links. */
@Component
public class RelatedRecords {
    private final DSLContext sql;

    RelatedRecords(DSLContext sql) {
        this.sql = sql;
    }

    /** Those of these records that some other record points at. */
    public Set<UUID> holding(ObjectType type, List<UUID> ids) {
        var holding = new HashSet<UUID>();
        if (ids.isEmpty()) {
            return holding;
        }
        var all = ids.toArray(UUID[]::new);
        for (var relation : type.relations()) {
            if (relation.link() != null) {
                continue; // all links are asked for at once below
            }
            holding.addAll(sql.resultQuery(
                            "SELECT DISTINCT x." + relation.foreignKey() + " FROM " + relation.table()
                                    + " x WHERE x.tenant_id = ? AND x." + relation.foreignKey() + " IS NOT NULL AND x."
                                    + relation.foreignKey() + " = ANY(?)",
                            Tenancy.id(),
                            all)
                    .fetch(0, UUID.class));
        }
        holding.addAll(sql.resultQuery(
                        "SELECT DISTINCT l.to_id FROM records.link l WHERE l.tenant_id = ? AND l.to_id = ANY(?)",
                        Tenancy.id(),
                        all)
                .fetch(0, UUID.class));
        holding.addAll(sql.resultQuery(
                        "SELECT v.second_id FROM records.verdict v WHERE v.tenant_id = ? AND v.second_id = ANY(?) AND"
                                + " v.kind = 'merged' AND v.deleted_at IS NULL",
                        Tenancy.id(),
                        all)
                .fetch(0, UUID.class));
        return holding;
    }
}

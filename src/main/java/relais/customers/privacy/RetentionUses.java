package relais.customers.privacy;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.FieldUses;
import relais.records.types.ObjectType;
import relais.ui.Words;

/** Rules of retention use fields in their conditions. */
@Component
class RetentionUses implements FieldUses {
    private final DSLContext sql;

    RetentionUses(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Use> of(ObjectType type, Field field) {
        if (!type.name().equals(CustomerDescription.NAME)) {
            return List.of();
        }
        return sql.resultQuery(
                        "SELECT t.id, t.name FROM customers.retention t WHERE t.tenant_id = ? AND t.deleted_at IS NULL"
                                + " AND strpos(t.criteria, ?) > 0",
                        Tenancy.id(),
                        "\"" + field.name() + "\"")
                .fetch(r -> new Use(
                        Words.t("privacy.rule.use", r.get(1, String.class)),
                        PrivacyTab.PATH + "/retentions/" + r.get(0)));
    }
}

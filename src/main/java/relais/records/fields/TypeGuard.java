package relais.records.fields;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.records.UndoGuard;
import relais.records.changes.Operation;
import relais.records.changes.OperationLog;

/** The change of a field's type is taken back as long as nobody wrote the field since: a value fits one type alone. */
@Component
class TypeGuard implements UndoGuard {
    private final DSLContext sql;

    TypeGuard(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable String refusal(Operation operation) {
        boolean changes = operation.intent().code().equals("field.type")
                || "field.type".equals(operation.intent().args().get("of"));
        return changes && written(operation) ? "field.type.written" : null;
    }

    private boolean written(Operation operation) {
        return sql.resultQuery(
                        "SELECT EXISTS (SELECT 1 FROM records.change f JOIN records.field d ON d.tenant_id = f.tenant_id"
                                + " AND d.id = f.record_id JOIN records.change h ON h.tenant_id = f.tenant_id"
                                + " AND h.at > CAST(? AS timestamptz) AND h.object = d.object"
                                + " AND jsonb_exists(h.after, 'custom.' || d.code)"
                                + " WHERE f.tenant_id = ? AND d.tenant_id = ? AND h.tenant_id = ? AND f.operation_id = ?"
                                + " AND f.at >= CAST(? AS timestamptz) AND f.at <= CAST(? AS timestamptz)"
                                + " AND f.object = 'field')",
                        OperationLog.at(operation.endedAt()),
                        Tenancy.id(),
                        Tenancy.id(),
                        Tenancy.id(),
                        operation.id(),
                        OperationLog.at(operation.at()),
                        OperationLog.at(operation.endedAt()))
                .fetchSingle()
                .get(0, Boolean.class);
    }
}

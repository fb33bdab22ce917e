package relais.records.imports;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Storage;
import relais.records.Undo;
import relais.records.imports.columns.Target;

/** Takes a whole import back: its records, and the fields it made when nothing stands in them any more. */
@Component
class Undoing {
    private final ImportStore store;
    private final Undo undo;
    private final Workshop workshop;
    private final DSLContext sql;

    Undoing(ImportStore store, Undo undo, Workshop workshop, DSLContext sql) {
        this.store = store;
        this.undo = undo;
        this.workshop = workshop;
        this.sql = sql;
    }

    /** What came of it; null when the import had written nothing. */
    @Transactional
    public Undo.@Nullable Result undo(UUID id) {
        var file = store.lock(id).orElseThrow(NotFound::new);
        if (!file.ended() && file.state() != Import.State.PAUSED) {
            throw new Refused("import.running");
        }
        if (file.state() == Import.State.PAUSED) {
            store.move(id, Import.State.CANCELLED, Import.State.PAUSED);
        }
        var result = file.operation() == null ? null : undo.undo(file.operation());
        if (file.fieldsOperation() != null && !fieldsInUse(file)) {
            undo.undo(file.fieldsOperation());
        }
        return result;
    }

    private boolean fieldsInUse(Import file) {
        var type = workshop.type(file.object());
        var members = file.mapping().columns().stream()
                .map(Mapping.ColumnMapping::to)
                .filter(Target::names)
                .flatMap(t -> type.field(t.field()).stream())
                .filter(f -> f.storage() instanceof Storage.Custom)
                .map(f -> ((Storage.Custom) f.storage()).member())
                .toArray(String[]::new);
        return sql.resultQuery(
                        "SELECT EXISTS (SELECT 1 FROM " + type.table()
                                + " x WHERE x.tenant_id = ? AND jsonb_exists_any(x.custom, ?))",
                        Tenancy.id(),
                        members)
                .fetchSingle()
                .get(0, Boolean.class);
    }
}

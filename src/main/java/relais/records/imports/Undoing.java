package relais.records.imports;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Forbidden;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Undo;
import relais.records.work.Takeback;
import relais.records.work.UndoFollower;

/** Takes a whole import back: its records, then the fields it made when nothing stands in them any more. */
@Component
class Undoing implements UndoFollower {
    private static final Logger LOG = LoggerFactory.getLogger(Undoing.class);

    private final ImportStore store;
    private final Undo undo;
    private final Takeback takeback;
    private final Workshop workshop;
    private final DSLContext sql;
    private final TransactionTemplate transaction;

    Undoing(
            ImportStore store,
            Undo undo,
            Takeback takeback,
            Workshop workshop,
            DSLContext sql,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.undo = undo;
        this.takeback = takeback;
        this.workshop = workshop;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What came of it, record by record, and of the fields.
     *
     * @param operation the undo of the records, or of the fields when no record was written
     * @param follow where to follow the undo while it runs in the background, else null
     */
    record Undone(
            @Nullable UUID operation,
            int reversed,
            int kept,
            int blocked,
            Fields fields,
            @Nullable String follow) {}

    /** How many fields of the import stay; {@code reason} is empty when none does. */
    record Fields(int stay, String reason, @Nullable UUID operation) {
        static final Fields NONE = new Fields(0, "", null);
    }

    /** The records first and for good: whatever becomes of the fields, the records are taken back. */
    Undone undo(UUID id) {
        var file = Objects.requireNonNull(transaction.execute(s -> stopped(id)));
        var operation = file.operation();
        if (operation == null) {
            var fields = fields(file);
            if (fields.operation() == null && fields.stay() == 0) {
                throw new Refused("undo.already");
            }
            return new Undone(fields.operation(), 0, 0, 0, fields, null);
        }
        return switch (takeback.undo(operation, "/imports/" + id)) {
            case Takeback.Answer.Running running ->
                new Undone(running.operation(), 0, 0, 0, Fields.NONE, running.path());
            case Takeback.Answer.Done done -> {
                var records = done.result();
                yield new Undone(
                        records.operation(), records.reversed(), records.kept(), records.blocked(), fields(file), null);
            }
        };
    }

    /** The records were taken back in the background; now the fields. */
    @Override
    public void undone(UUID operation) {
        Objects.requireNonNull(transaction.execute(s -> store.written(operation)))
                .ifPresent(this::fields);
    }

    private Import stopped(UUID id) {
        var file = store.lock(id).orElseThrow(NotFound::new);
        if (file.operation() == null && file.fieldsOperation() == null) {
            throw new Refused("import.nothing");
        }
        if (!file.ended() && file.state() != Import.State.PAUSED) {
            throw new Refused("import.running");
        }
        if (file.state() == Import.State.PAUSED) {
            store.move(id, Import.State.CANCELLED, Import.State.PAUSED);
        }
        return file;
    }

    private Fields fields(Import file) {
        var operation = file.fieldsOperation();
        if (operation == null) {
            return Fields.NONE;
        }
        var codes = Objects.requireNonNull(transaction.execute(s -> made(operation)));
        try {
            return Objects.requireNonNull(transaction.execute(s -> fields(file, operation, codes)));
        } catch (Forbidden noRight) {
            return new Fields(codes.size(), "right", null);
        } catch (Refused already) {
            return Fields.NONE;
        } catch (RuntimeException unexpected) {
            LOG.warn("The fields of import {} stay", file.id(), unexpected);
            return new Fields(codes.size(), "used", null);
        }
    }

    private Fields fields(Import file, UUID operation, List<String> codes) {
        if (inUse(file, codes)) {
            return new Fields(codes.size(), "used", null);
        }
        var result = undo.undo(operation);
        int stay = result.kept() + result.blocked();
        return new Fields(stay, stay == 0 ? "" : "used", result.operation());
    }

    /** The fields that the import made and that are still there, by code. */
    private List<String> made(UUID operation) {
        return sql.resultQuery(
                        "SELECT f.code FROM records.field f WHERE f.tenant_id = ? AND f.deleted_at IS NULL AND EXISTS"
                                + " (SELECT 1 FROM records.change h WHERE h.tenant_id = f.tenant_id AND h.record_id ="
                                + " f.id AND h.operation_id = ? AND h.version_before IS NULL)",
                        Tenancy.id(),
                        operation)
                .fetch(0, String.class);
    }

    private boolean inUse(Import file, List<String> codes) {
        var type = workshop.type(file.object());
        return sql.resultQuery(
                        "SELECT EXISTS (SELECT 1 FROM " + type.table()
                                + " x WHERE x.tenant_id = ? AND jsonb_exists_any(x.custom, ?)" + type.only("x") + ")",
                        Tenancy.id(),
                        codes.toArray(String[]::new))
                .fetchSingle()
                .get(0, Boolean.class);
    }
}

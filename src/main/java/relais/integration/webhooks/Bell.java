package relais.integration.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import relais.platform.tenancy.Tenancy;

/**
 * Tells the dispatcher where something waits: at once for what this Relais wrote, and by a row that names the workspace
 * for everything else, so that nothing depends on anybody having rung.
 */
@Component
class Bell {
    static final String LANE = "webhooks";

    private final DSLContext sql;
    private final Clock clock;
    private final Set<UUID> rung = new HashSet<>();

    Bell(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Something waits in the current workspace, once the open transaction is committed. */
    void ring() {
        var workspace = Tenancy.id();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            add(workspace);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                add(workspace);
            }
        });
    }

    /** The current workspace is looked after from now on. */
    void watched() {
        sql.execute(
                "INSERT INTO platform.pending (tenant, lane, due_at) VALUES (?, ?, CAST(? AS timestamptz))"
                        + " ON CONFLICT (tenant, lane) DO NOTHING",
                Tenancy.id(),
                LANE,
                clock.instant());
        ring();
    }

    private synchronized void add(UUID workspace) {
        rung.add(workspace);
        notifyAll();
    }

    /** The workspaces that rang; waits a little when none did. */
    synchronized Set<UUID> heard(Duration patience) throws InterruptedException {
        if (rung.isEmpty()) {
            wait(patience.toMillis());
        }
        var heard = Set.copyOf(rung);
        rung.clear();
        return heard;
    }
}

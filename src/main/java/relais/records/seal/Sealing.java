package relais.records.seal;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.RecordsWritten;

/** Seals, every few minutes, the workspaces in which something was written; all of them once after a start. */
@Component
class Sealing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int SWEEP = 60;

    private final Seals seals;
    private final Workspaces workspaces;
    private final boolean serving;
    private final Duration every;
    private final Set<UUID> written = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clockwork;
    private int round;

    Sealing(
            Seals seals,
            Workspaces workspaces,
            @Value("${relais.serving:true}") boolean serving,
            @Value("${relais.seal.every:5m}") Duration every) {
        this.seals = seals;
        this.workspaces = workspaces;
        this.serving = serving && every.isPositive();
        this.every = every;
    }

    @EventListener
    void recordsWritten(RecordsWritten event) {
        written.add(Tenancy.id());
    }

    @Override
    public boolean isAutoStartup() {
        return serving;
    }

    @Override
    public void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sealing").daemon().factory());
        clockwork.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (clockwork != null) {
            clockwork.shutdownNow();
            clockwork = null;
        }
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }

    /** Now and then every workspace: another Relais on this database may have stopped before it sealed. */
    private void round() {
        try {
            var all = workspaces.all().stream().map(Workspace::id).toList();
            var due = round++ % SWEEP == 0 ? Set.copyOf(all) : Set.copyOf(written);
            written.removeAll(due);
            all.stream().filter(due::contains).forEach(this::seal);
        } catch (RuntimeException unexpected) {
            LOG.warn("Sealing waits for its next turn: {}", unexpected.getMessage());
        }
    }

    private void seal(UUID workspace) {
        try {
            ScopedValue.where(Tenancy.CURRENT, workspace).call(() -> {
                while (isRunning() && seals.next()) {
                    Thread.sleep(PAUSE); // leaves the database to those who wait for it
                }
                return true;
            });
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.warn("The operations of workspace {} could not be sealed: {}", workspace, failed.getMessage());
            written.add(workspace);
        }
    }
}

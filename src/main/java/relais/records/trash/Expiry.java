package relais.records.trash;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.tenancy.Tenancy;

/** Takes away for good, a few times a day, what lies in the trash longer than its workspace keeps it. */
@Component
class Expiry implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofHours(6);
    private static final int SLICE = 200;

    private final Trash trash;
    private final Workspaces workspaces;
    private final boolean serving;
    private @Nullable ScheduledExecutorService clockwork;

    Expiry(Trash trash, Workspaces workspaces, @Value("${relais.serving:true}") boolean serving) {
        this.trash = trash;
        this.workspaces = workspaces;
        this.serving = serving;
    }

    @Override
    public boolean isAutoStartup() {
        return serving;
    }

    @Override
    public void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("trash").daemon().factory());
        clockwork.scheduleWithFixedDelay(this::round, FIRST.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
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

    private void round() {
        try {
            workspaces.all().forEach(this::expire);
        } catch (RuntimeException unexpected) {
            LOG.warn("The trash waits for its next turn: {}", unexpected.getMessage());
        }
    }

    /** Everything that is due in this workspace, as Relais itself. */
    void expire(Workspace workspace) {
        ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .where(Actor.CURRENT, Actors.system(workspace))
                .run(() -> {
                    try {
                        while (trash.expire(SLICE)) {
                            LOG.debug("The trash of {} goes on", workspace.slug());
                        }
                    } catch (RuntimeException failed) {
                        LOG.warn("The trash of {} could not be emptied: {}", workspace.slug(), failed.getMessage());
                    }
                });
    }
}

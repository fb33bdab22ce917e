package relais.customers.privacy;

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

/** Starts the rules that need nobody’s word, once a day. */
@Component
class RetentionClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionClock.class);
    private static final Duration EVERY = Duration.ofHours(24);
    private static final Duration FIRST = Duration.ofMinutes(30);

    private final Workspaces workspaces;
    private final Retentions retentions;
    private final boolean serving;
    private @Nullable ScheduledExecutorService clock;

    RetentionClock(Workspaces workspaces, Retentions retentions, @Value("${relais.serving:true}") boolean serving) {
        this.workspaces = workspaces;
        this.retentions = retentions;
        this.serving = serving;
    }

    @Override
    public boolean isAutoStartup() {
        return serving;
    }

    @Override
    public void start() {
        clock = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        clock.scheduleAtFixedRate(this::tick, FIRST.toMinutes(), EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    void tick() {
        try {
            workspaces.all().forEach(this::tick);
        } catch (RuntimeException later) {
            LOG.warn("Retention rules wait: {}", later.toString());
        }
    }

    private void tick(Workspace workspace) {
        ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .where(Actor.CURRENT, Actors.system(workspace))
                .run(() -> retentions.all().stream()
                        .filter(Retentions.Rule::automatic)
                        .forEach(r -> retentions.run(r.id())));
    }
}

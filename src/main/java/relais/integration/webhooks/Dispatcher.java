package relais.integration.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;

/**
 * Sees to it that what waits is sent: one thread listens, each subscription with something due has a lane of its own, so
 * that a target which hangs keeps nobody else waiting. Several Relais may do so at once; the leases keep them apart.
 */
@Component
class Dispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LISTENING = Duration.ofSeconds(1);
    private static final Duration LOOKING = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DSLContext sql;
    private final Bell bell;
    private final Waiting waiting;
    private final Claims claims;
    private final Courier courier;
    private final Clock clock;
    private final boolean serving;
    private final Set<Lane> lanes = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread listener;

    private record Lane(UUID workspace, UUID webhook) {}

    Dispatcher(
            DSLContext sql,
            Bell bell,
            Waiting waiting,
            Claims claims,
            Courier courier,
            Clock clock,
            @Value("${relais.serving:true}") boolean serving) {
        this.sql = sql;
        this.bell = bell;
        this.waiting = waiting;
        this.claims = claims;
        this.courier = courier;
        this.clock = clock;
        this.serving = serving;
    }

    @Override
    public boolean isAutoStartup() {
        return serving;
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("webhooks").unstarted(this::listen);
        listener = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var running = listener;
        listener = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private void listen() {
        while (isRunning()) {
            try {
                var workspaces = new HashSet<>(bell.heard(LISTENING));
                workspaces.addAll(due());
                workspaces.forEach(w -> ScopedValue.where(Tenancy.CURRENT, w).run(() -> look(w)));
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException away) {
                LOG.warn("Webhooks wait: {}", away.toString());
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<UUID> due() {
        return sql.resultQuery(
                        "SELECT p.tenant FROM platform.pending p WHERE p.lane = ? AND p.due_at <= CAST(? AS timestamptz)"
                                + " ORDER BY p.due_at LIMIT 100",
                        Bell.LANE,
                        clock.instant())
                .fetch(0, UUID.class);
    }

    private void look(UUID workspace) {
        sql.execute(
                "UPDATE platform.pending SET due_at = CAST(? AS timestamptz) WHERE tenant = ? AND lane = ?",
                clock.instant().plus(LOOKING),
                workspace,
                Bell.LANE);
        waiting.webhooks().forEach(w -> open(new Lane(workspace, w)));
    }

    private void open(Lane lane) {
        if (lanes.add(lane)) {
            Thread.ofVirtual().start(() -> {
                try {
                    ScopedValue.where(Tenancy.CURRENT, lane.workspace()).run(() -> work(lane.webhook()));
                } catch (RuntimeException away) {
                    LOG.warn("The webhook {} waits: {}", lane.webhook(), away.toString());
                } finally {
                    lanes.remove(lane);
                }
            });
        }
    }

    /** Until nothing is due any more; what comes in the last moment is found at the next look. */
    private void work(UUID id) {
        while (isRunning()) {
            var webhook = waiting.active(id);
            var claim = webhook.isEmpty() ? Claims.Claim.NOTHING : claims.next(id);
            if (claim.deliveries().isEmpty()) {
                waiting.sweep();
                return;
            }
            carry(webhook.orElseThrow(), claim);
        }
    }

    private void carry(Webhook webhook, Claims.Claim claim) {
        var workspace = Tenancy.id();
        try (var couriers = Executors.newVirtualThreadPerTaskExecutor()) {
            claim.deliveries()
                    .forEach(d -> couriers.submit(() -> ScopedValue.where(Tenancy.CURRENT, workspace)
                            .run(() -> courier.carry(webhook, claim.lease(), d))));
        }
    }
}

package relais.records.rollups;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Actor;
import relais.identity.Workspace;
import relais.identity.WorkspaceSeed;
import relais.identity.Workspaces;
import relais.platform.jobs.JobContext;
import relais.platform.jobs.JobHandler;
import relais.platform.jobs.Jobs;
import relais.platform.tenancy.Tenancy;

/** Just after midnight of each workspace, what changes with the day alone is computed anew. */
@Component
class DailyRefresh implements JobHandler, WorkspaceSeed {
    private static final int BEHIND_MIDNIGHT = 5;

    private final Workspaces workspaces;
    private final MovingValues moving;
    private final Jobs jobs;
    private final Clock clock;
    private final Environment environment;
    private final TransactionTemplate transaction;

    DailyRefresh(
            Workspaces workspaces,
            MovingValues moving,
            Jobs jobs,
            Clock clock,
            Environment environment,
            PlatformTransactionManager transactions) {
        this.workspaces = workspaces;
        this.moving = moving;
        this.jobs = jobs;
        this.clock = clock;
        this.environment = environment;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "records.daily";
    }

    @Override
    public void seed(Workspace workspace) {
        submit(LocalDate.ofInstant(clock.instant(), workspace.zone()), workspace.zone());
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (environment.getProperty("relais.serving", Boolean.class, true)
                && !environment.getProperty("relais.training", Boolean.class, false)) {
            workspaces
                    .all()
                    .forEach(w -> ScopedValue.where(Tenancy.CURRENT, w.id())
                            .run(() -> transaction.executeWithoutResult(status -> seed(w))));
        }
    }

    private void submit(LocalDate day, ZoneId zone) {
        var at = day.atStartOfDay(zone).plusMinutes(BEHIND_MIDNIGHT).toInstant();
        jobs.submitOnce("records.daily " + day, name(), day.toString(), at);
    }

    @Override
    public void run(JobContext job) {
        var zone = Actor.current().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        moving.refresh(today, job::stopping);
        if (!job.stopping()) {
            transaction.executeWithoutResult(status -> submit(today.plusDays(1), zone));
        }
    }
}

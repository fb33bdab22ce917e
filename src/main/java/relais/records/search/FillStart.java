package relais.records.search;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Workspace;
import relais.identity.WorkspaceSeed;
import relais.identity.Workspaces;
import relais.platform.jobs.Jobs;
import relais.platform.tenancy.Tenancy;

/** At each start, workspaces with records that lack terms get a job; new workspaces lack none. */
@Component
class FillStart implements WorkspaceSeed {
    private final Workspaces workspaces;
    private final Fills fills;
    private final Jobs jobs;
    private final Environment environment;
    private final TransactionTemplate transaction;

    FillStart(
            Workspaces workspaces,
            Fills fills,
            Jobs jobs,
            Environment environment,
            PlatformTransactionManager transactions) {
        this.workspaces = workspaces;
        this.fills = fills;
        this.jobs = jobs;
        this.environment = environment;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void seed(Workspace workspace) {
        fills.waiting().forEach(fills::done);
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (environment.getProperty("relais.serving", Boolean.class, true)
                && !environment.getProperty("relais.training", Boolean.class, false)) {
            workspaces
                    .all()
                    .forEach(w -> ScopedValue.where(Tenancy.CURRENT, w.id())
                            .run(() -> transaction.executeWithoutResult(status -> submit())));
        }
    }

    private void submit() {
        if (!fills.waiting().isEmpty()) {
            jobs.submit(FillJob.NAME, null, "");
        }
    }
}

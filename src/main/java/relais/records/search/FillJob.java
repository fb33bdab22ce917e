package relais.records.search;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.jobs.JobContext;
import relais.platform.jobs.JobHandler;
import relais.records.types.ObjectType;

/** Makes the missing terms of a workspace; killed, it goes on behind its last part. */
@Component
class FillJob implements JobHandler {
    static final String NAME = "records.search.fill";

    private final Fills fills;
    private final TransactionTemplate transaction;

    FillJob(Fills fills, PlatformTransactionManager transactions) {
        this.fills = fills;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext job) {
        for (var type : transaction.execute(status -> fills.waiting())) {
            boolean more = true;
            while (more && !job.stopping()) {
                more = part(type);
            }
        }
    }

    private boolean part(ObjectType type) {
        return Boolean.TRUE.equals(transaction.execute(status -> fills.part(type)));
    }
}

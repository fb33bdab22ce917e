package relais.records.work;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Forbidden;
import relais.platform.jobs.JobContext;
import relais.platform.jobs.JobHandler;

/**
 * Runs long work: step after step, each one transaction together with its progress, so that after a kill at any point
 * the next run goes on behind the last committed step.
 */
@Component
class WorkJob implements JobHandler {
    static final String NAME = "records.work";
    private static final Logger LOG = LoggerFactory.getLogger(WorkJob.class);
    private static final int MOST_FAILURES = 5;

    private final WorkStore store;
    private final List<LongTask> tasks;
    private final TransactionTemplate transaction;

    WorkJob(WorkStore store, List<LongTask> tasks, PlatformTransactionManager transactions) {
        this.store = store;
        this.tasks = tasks;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext job) {
        var id = UUID.fromString(job.data());
        try {
            while (!job.stopping() && step(id)) {
                LOG.debug("Work {} goes on", id);
            }
        } catch (Forbidden lost) {
            fail(id, "right");
        } catch (RuntimeException unexpected) {
            if (job.failures() < MOST_FAILURES) {
                throw unexpected;
            }
            LOG.error("Work {} failed again and again", id, unexpected);
            fail(id, "unexpected");
        }
    }

    private boolean step(UUID id) {
        var ended = transaction.execute(status -> {
            var work = store.find(id, true).filter(Work::running);
            if (work.isEmpty()) {
                return null;
            }
            var step = task(work.get()).next(work.get());
            store.advance(id, step);
            return step.last();
        });
        if (Boolean.TRUE.equals(ended)) {
            finish(id);
        }
        return Boolean.FALSE.equals(ended);
    }

    private void finish(UUID id) {
        var work = Objects.requireNonNull(
                transaction.execute(status -> store.find(id, false).orElseThrow()));
        try {
            task(work).ended(work);
        } catch (RuntimeException after) {
            LOG.warn("What follows work {} failed", id, after);
        }
    }

    private void fail(UUID id, String problem) {
        transaction.executeWithoutResult(status -> store.move(id, Work.State.RUNNING, Work.State.FAILED, problem));
    }

    private LongTask task(Work work) {
        return tasks.stream()
                .filter(t -> t.name().equals(work.task()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No task " + work.task()));
    }
}

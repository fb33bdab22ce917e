package relais.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;

/** Runs the jobs: db-scheduler picks and revives them, the handler of their name does the work. */
@Component
class JobRunner implements SmartLifecycle {
    static final String TABLE = "platform.scheduled_tasks";
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final DataSource dataSource;
    private final List<JobHandler> handlers;
    private final List<JobBinding> bindings;
    private final boolean serving;
    private @Nullable Scheduler scheduler;

    JobRunner(
            DataSource dataSource,
            List<JobHandler> handlers,
            List<JobBinding> bindings,
            @Value("${relais.serving:true}") boolean serving) {
        this.dataSource = dataSource;
        this.handlers = handlers;
        this.bindings = bindings;
        this.serving = serving;
    }

    @Override
    public boolean isAutoStartup() {
        return serving; // a command leaves the jobs to the Relais that serves
    }

    @Override
    public void start() {
        scheduler = Scheduler.create(dataSource, task())
                .tableName(TABLE)
                .serializer(new StoredJob.Json())
                .schedulerName(new SchedulerName.Fixed("relais-" + Ids.next()))
                .threads(3)
                .pollingInterval(Duration.ofMillis(500))
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(Duration.ofSeconds(2))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        scheduler.start();
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private CustomTask<StoredJob> task() {
        return Tasks.custom(Jobs.TASK, StoredJob.class)
                .onFailure(JobRunner::again)
                .onDeadExecutionRevive()
                .execute(this::execute);
    }

    private static void again(ExecutionComplete complete, ExecutionOperations<StoredJob> operations) {
        int failures = Math.min(complete.getExecution().consecutiveFailures, 10);
        Duration pause = Duration.ofSeconds(1L << failures);
        operations.reschedule(complete, Instant.now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
    }

    private CompletionHandler<StoredJob> execute(TaskInstance<StoredJob> instance, ExecutionContext execution) {
        StoredJob data = instance.getData();
        var stop = new JobContext.Stop(() -> execution.getSchedulerState().isShuttingDown());
        int failures = execution.getExecution().consecutiveFailures;
        var job = new JobContext(
                UUID.fromString(instance.getId()), data.workspace(), data.actor(), data.data(), failures, stop);
        run(handler(data.handler()), job);
        return stop.seen()
                ? (complete, operations) -> operations.reschedule(complete, Instant.now())
                : new CompletionHandler.OnCompleteRemove<>();
    }

    private void run(JobHandler handler, JobContext job) {
        ScopedValue.where(Tenancy.CURRENT, job.workspace()).run(() -> {
            try {
                bound(bindings, () -> handler.run(job), job);
            } catch (RuntimeException e) {
                LOG.error("The job {} {} failed and is tried again", handler.name(), job.id(), e);
                throw e;
            } catch (Exception e) {
                LOG.error("The job {} {} failed and is tried again", handler.name(), job.id(), e);
                throw new IllegalStateException("The job " + handler.name() + " failed", e);
            }
        });
    }

    private static void bound(List<JobBinding> left, JobBinding.Work work, JobContext job) throws Exception {
        if (left.isEmpty()) {
            work.run();
        } else {
            left.getFirst().run(job, () -> bound(left.subList(1, left.size()), work, job));
        }
    }

    private JobHandler handler(String name) {
        return handlers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody handles jobs named " + name));
    }
}

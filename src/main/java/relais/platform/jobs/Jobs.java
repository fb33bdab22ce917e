package relais.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;

/** Background work of the current workspace: submitted in the caller's transaction, run once that is committed. */
@Component
public class Jobs {
    static final String TASK = "job";

    private final SchedulerClient client;
    private final Clock clock;

    Jobs(DataSource dataSource, Clock clock) {
        this.clock = clock;
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(JobRunner.TABLE)
                .serializer(new StoredJob.Json())
                .build();
    }

    /** Submits a job for the current workspace, to run as this actor as soon as possible; answers its id. */
    public UUID submit(String handler, @Nullable UUID actor, String data) {
        return submit(handler, actor, data, clock.instant());
    }

    /** Submits a job for the current workspace, to run as this actor at a moment. */
    public UUID submit(String handler, @Nullable UUID actor, String data, Instant at) {
        UUID id = Ids.next();
        var payload = new StoredJob(handler, Tenancy.id(), actor, data);
        client.scheduleIfNotExists(new TaskInstance<>(TASK, id.toString(), payload), at);
        return id;
    }

    /** Submits a job of Relais itself for the current workspace unless one of the same key waits or runs already. */
    public void submitOnce(String key, String handler, String data, Instant at) {
        var id = UUID.nameUUIDFromBytes((Tenancy.id() + " " + key).getBytes(StandardCharsets.UTF_8));
        var payload = new StoredJob(handler, Tenancy.id(), null, data);
        client.scheduleIfNotExists(new TaskInstance<>(TASK, id.toString(), payload), at);
    }

    /** Whether this job still waits or runs. */
    public boolean pending(UUID id) {
        return client.getScheduledExecution(TaskInstanceId.of(TASK, id.toString()))
                .isPresent();
    }
}

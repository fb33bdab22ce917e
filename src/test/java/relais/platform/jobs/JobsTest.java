package relais.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.world.Homes;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class JobsTest {
    @Autowired
    Jobs jobs;

    @Autowired
    World world;

    @Autowired
    NotingJob noting;

    @Autowired
    FailingOnceJob failingOnce;

    @Autowired
    DSLContext sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aJobRunsInItsWorkspaceWithWhatItWasGiven() {
        String data = Ids.next().toString();
        UUID id = submit("test.noting", data);
        Homes.await(() -> noting.seen.contains(world.verdier().id() + " " + data));
        Homes.await(() -> !jobs.pending(id));
    }

    @Test
    void aJobOfATransactionThatIsRolledBackNeverRuns() throws InterruptedException {
        String data = Ids.next().toString();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            submit("test.noting", data);
            status.setRollbackOnly();
        });
        Thread.sleep(1_200);
        assertThat(noting.seen).doesNotContain(world.verdier().id() + " " + data);
    }

    @Test
    void aJobThatFailsIsTriedAgain() {
        submit("test.failing", "x");
        Homes.await(() -> failingOnce.attempts.equals(List.of(0, 1)));
    }

    @Test
    void aJobWhoseRelaisWasKilledIsRunByTheNextOne() {
        String data = Ids.next().toString();
        UUID id = ScopedValue.where(Tenancy.CURRENT, world.verdier().id())
                .call(() -> jobs.submit(
                        "test.noting", null, data, java.time.Instant.now().plusSeconds(3600)));
        sql.execute("""
                UPDATE platform.scheduled_tasks SET picked = true, picked_by = 'killed',
                       execution_time = now() - interval '1 minute', last_heartbeat = now() - interval '1 minute'
                WHERE task_instance = ?""", id.toString());
        Homes.await(() -> noting.seen.contains(world.verdier().id() + " " + data));
    }

    private UUID submit(String handler, String data) {
        return ScopedValue.where(Tenancy.CURRENT, world.verdier().id()).call(() -> jobs.submit(handler, null, data));
    }
}

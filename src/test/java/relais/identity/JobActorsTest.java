package relais.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.jobs.Jobs;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.world.Homes;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class JobActorsTest {
    @Autowired
    Jobs jobs;

    @Autowired
    Memberships memberships;

    @Autowired
    ActingJob acting;

    @Autowired
    World world;

    @Test
    void aJobHasTheRightsItsSubmitterHasWhenItRunsAndNoneOnceTheyLeft() {
        var company = world.kerval();
        submit("stays", company.agent(), 0);
        seen("stays USER Yann Tanguy true");

        submit("demoted", company.agent(), 2);
        as(company, () -> memberships.role(company.id(), company.agent().id(), Role.READER));
        seen("demoted USER Yann Tanguy false");

        submit("gone", company.manager(), 2);
        as(company, () -> memberships.disabled(company.id(), company.manager().id(), true));
        seen("gone USER  false");

        submit("relais", null, 0);
        seen("relais SYSTEM Relais true");
    }

    @Test
    void aJobOfAWorkspaceThatIsGoneEndsWithoutDoingAnything() {
        var gone = ScopedValue.where(Tenancy.CURRENT, Ids.next())
                .call(() -> jobs.submit("test.acting", null, "nobody’s", Instant.now()));
        Homes.await(
                () -> ScopedValue.where(Tenancy.CURRENT, world.kerval().id()).call(() -> !jobs.pending(gone)));
        assertThat(acting.seen).noneMatch(line -> line.startsWith("nobody’s"));
    }

    private void submit(String data, World.@Nullable Person person, int seconds) {
        var at = Instant.now().plusSeconds(seconds);
        ScopedValue.where(Tenancy.CURRENT, world.kerval().id())
                .run(() -> jobs.submit("test.acting", person == null ? null : person.id(), data, at));
    }

    private void as(World.Company company, Runnable work) {
        world.inTransaction(company, () -> {
            work.run();
            return true;
        });
    }

    private void seen(String line) {
        Homes.await(() -> acting.seen.contains(line));
    }
}

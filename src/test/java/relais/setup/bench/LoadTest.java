package relais.setup.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.identity.Actor;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.commands.Commands;
import relais.platform.tenancy.Tenancy;
import relais.setup.seed.Seeded;
import relais.world.RelaisTest;

@RelaisTest
class LoadTest {
    private static final int CUSTOMERS = 200;
    private static final int CLIENTS = 2;

    @LocalServerPort
    int port;

    @Autowired
    Commands commands;

    @Autowired
    Workspaces workspaces;

    @Autowired
    Staff staff;

    @Autowired
    Samples samples;

    @BeforeEach
    void seed() {
        if (workspaces.all().stream().noneMatch(w -> Seeded.customers(w) > 0)) {
            assertThat(commands.run("seed", List.of("--customers", "" + CUSTOMERS, "--history", "400")))
                    .isZero();
        }
    }

    @Test
    void everythingThatIsMeasuredIsAnsweredAndNobodyIsInTheWayOfAnother() throws InterruptedException {
        var known = as(Seeded.AGENT, () -> samples.some(100, CUSTOMERS));
        var heavy = as(Seeded.AGENT, samples::heavy);
        assertThat(heavy).isPresent();
        var agents = staff.visitors(workspace(), Seeded.AGENT, url(), CLIENTS);
        var failures = new Failures();
        var scenarios = new Scenarios(known);
        for (var scenario : scenarios.all(scenarios.deep(agents.getFirst()), heavy.orElseThrow())) {
            assertThat(new Load(agents, failures).run(scenario, CLIENTS, Duration.ofMillis(300)))
                    .as(scenario.name())
                    .isNotEmpty()
                    .allSatisfy(m -> assertThat(m.calls()).isPositive());
        }
        agents.forEach(Visitor::close);
        assertThat(failures.first()).isEmpty();
    }

    @Test
    void anAgentIsGivenOnlyCustomersThatTheySee() {
        var seen = as(Seeded.AGENT, () -> samples.some(CUSTOMERS, CUSTOMERS));
        var all = as(Seeded.ADMINISTRATOR, () -> samples.some(CUSTOMERS, CUSTOMERS));
        assertThat(seen).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(all).containsAll(seen);
    }

    @Test
    void veryManyAreImportedTakenBackEditedAndTakenBack() throws InterruptedException {
        var administrator =
                staff.visitors(workspace(), Seeded.ADMINISTRATOR, url(), 1).getFirst();
        var known = as(Seeded.ADMINISTRATOR, () -> samples.some(CUSTOMERS, CUSTOMERS));
        var report = new Bulk(administrator, () -> 1).run(BulkFile.of(100, known, CUSTOMERS), 100, CUSTOMERS);
        administrator.close();
        assertThat(report.failure()).isEmpty();
        assertThat(report.lines())
                .hasSize(7)
                .allSatisfy(l -> assertThat(l.records()).as(l.what()).isPositive());
        assertThat(report.lines().get(2).records()).isBetween(90, 100);
        assertThat(report.lines().get(3).records())
                .isEqualTo(report.lines().get(2).records());
        assertThat(report.lines().get(6).records())
                .isEqualTo(report.lines().get(5).records());
        assertThat(report.section()).contains("| import taken back |");
    }

    private String url() {
        return "http://localhost:" + port;
    }

    private Workspace workspace() {
        return workspaces.all().stream()
                .filter(w -> Seeded.customers(w) > 0)
                .findFirst()
                .orElseThrow();
    }

    private <T> T as(String email, Callable<T> work) {
        var actor = staff.actor(workspace(), email);
        try {
            return ScopedValue.where(Tenancy.CURRENT, workspace().id())
                    .where(Actor.CURRENT, actor)
                    .call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

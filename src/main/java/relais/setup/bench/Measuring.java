package relais.setup.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.identity.Workspace;
import relais.platform.files.Home;
import relais.platform.tenancy.Tenancy;
import relais.setup.seed.Seeded;

/** Puts a load together: who works, on which customers, how long, and what is reported. */
@Component
class Measuring {
    private static final int SAMPLES = 2_000;
    private static final int SEARCHED = 200;
    private static final int NAMESAKES = 10;
    private static final int WARM_UP = 2;

    private final Staff staff;
    private final Samples samples;
    private final Home home;

    Measuring(Staff staff, Samples samples, Home home) {
        this.staff = staff;
        this.samples = samples;
        this.home = home;
    }

    /** Every kind of request for so long at one and at eight clients; then so many records at once, 0 for none. */
    Report measure(Workspace workspace, String url, Duration time, int bulk) throws InterruptedException {
        int customers = Seeded.customers(workspace);
        var failures = new Failures();
        var rows = new ArrayList<Measured>();
        var recall = new ArrayList<Recall.Line>();
        var administrators = staff.visitors(workspace, Seeded.ADMINISTRATOR, url, Measured.BUSY);
        try {
            if (!time.isZero()) {
                var known = as(workspace, Seeded.AGENT, () -> samples.some(SAMPLES, customers));
                recall.addAll(agents(workspace, url, time, known, new Into(rows, failures)));
                var unrestricted = new Load(administrators, failures);
                rows.addAll(warm(unrestricted, new Scenarios(known).unrestricted(), time));
            }
            double memory = Footprint.of(home).read().whole();
            var done = bulk == 0 ? null : bulk(workspace, administrators.getFirst(), bulk);
            return new Report(customers, rows, memory, recall, done, failures.first());
        } finally {
            administrators.forEach(Visitor::close);
        }
    }

    /** Where the figures of a load go. */
    private record Into(List<Measured> rows, Failures failures) {}

    /** The load of restricted agents; answers whom they found by searching. */
    private List<Recall.Line> agents(Workspace workspace, String url, Duration time, List<Known> known, Into into)
            throws InterruptedException {
        var heavy = as(workspace, Seeded.AGENT, samples::heavy);
        var agents = staff.visitors(workspace, Seeded.AGENT, url, Measured.BUSY);
        try {
            var scenarios = new Scenarios(known);
            var load = new Load(agents, into.failures());
            var all = scenarios.all(scenarios.deep(agents.getFirst()), heavy.orElse(null));
            into.rows().addAll(warm(load, all, time));
            var few = searched(workspace, known, k -> samples.namesakes(k.nameKey()));
            var distinct = searched(workspace, known, k -> samples.alike(k.beginnings()));
            return new Recall(agents.getFirst(), few, distinct).lines();
        } finally {
            agents.forEach(Visitor::close);
        }
    }

    /** Does everything for a while before anything counts: Java goes on learning for some ten thousand pages. */
    private static List<Measured> warm(Load load, List<Scenario> scenarios, Duration time) throws InterruptedException {
        for (var scenario : scenarios) {
            load.run(scenario, Measured.BUSY, time.multipliedBy(WARM_UP));
        }
        var rows = new ArrayList<Measured>();
        for (var scenario : scenarios) {
            rows.addAll(load.run(scenario, 1, time));
            rows.addAll(load.run(scenario, Measured.BUSY, time));
        }
        return rows;
    }

    private List<Known> searched(Workspace workspace, List<Known> known, ToIntFunction<Known> others) {
        return as(
                workspace,
                Seeded.AGENT,
                () -> known.stream()
                        .filter(k -> others.applyAsInt(k) <= NAMESAKES)
                        .limit(SEARCHED)
                        .toList());
    }

    private BulkReport bulk(Workspace workspace, Visitor administrator, int rows) throws InterruptedException {
        int customers = Seeded.customers(workspace);
        int many = Math.min(rows, customers);
        var known = as(workspace, Seeded.ADMINISTRATOR, () -> samples.some(Math.max(20, many / 4), customers));
        return new Bulk(administrator, Footprint.of(home)::java)
                .run(BulkFile.of(many, known, customers), many, customers);
    }

    /** A mixed load for so long. */
    SoakReport soak(Workspace workspace, String url, Duration time) throws InterruptedException {
        int customers = Seeded.customers(workspace);
        var known = as(workspace, Seeded.AGENT, () -> samples.some(SAMPLES, customers));
        var agents = staff.visitors(workspace, Seeded.AGENT, url, Measured.BUSY);
        try {
            return new Soak(agents, new Scenarios(known), Footprint.of(home)).run(time);
        } finally {
            agents.forEach(Visitor::close);
        }
    }

    private <T> T as(Workspace workspace, String email, Callable<T> work) {
        var actor = staff.actor(workspace, email);
        try {
            return ScopedValue.where(Tenancy.CURRENT, workspace.id())
                    .where(Actor.CURRENT, actor)
                    .call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

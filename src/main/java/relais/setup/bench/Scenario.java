package relais.setup.bench;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a client does again and again: one request, or several that follow from each other and are timed one by one. */
record Scenario(String name, Call call) {
    /** What a 95th percentile may be, in milliseconds, when no other budget is set. */
    static final int PAGE = 20;

    /** Does it once. */
    interface Call {
        void run(Turn turn);
    }

    /** Takes the time of a request. */
    interface Watch {
        <T> T time(Step step, Supplier<T> request);
    }

    /**
     * A request by its name in the tables.
     *
     * @param budget what its 95th percentile may take at 8 clients, in milliseconds
     * @param server whether the budget is one of the server's time, without the way to the client
     */
    record Step(String name, int budget, boolean server) {}

    /**
     * A client at its next go.
     *
     * @param lane which of the clients it is; no two have the same
     */
    record Turn(Visitor visitor, SplittableRandom random, int lane, Watch watch) {
        <T> T time(String step, Supplier<T> request) {
            return watch.time(new Step(step, PAGE, false), request);
        }

        /** The same with a page, whose budget is one of the server's time. */
        <T> T page(String step, Supplier<T> request) {
            return watch.time(new Step(step, PAGE, true), request);
        }
    }

    /** One page of a path that is chosen anew each time. */
    static Scenario page(String name, int budget, Function<Turn, String> path) {
        return single(new Step(name, budget, true), t -> {
            var at = path.apply(t);
            return () -> t.visitor().get(at);
        });
    }

    /** One request; what has to be known for it is found out before the clock starts. */
    static Scenario single(String name, int budget, Function<Turn, Runnable> request) {
        return single(new Step(name, budget, false), request);
    }

    private static Scenario single(Step step, Function<Turn, Runnable> request) {
        return new Scenario(step.name(), turn -> {
            var prepared = request.apply(turn);
            turn.watch().time(step, () -> {
                prepared.run();
                return step;
            });
        });
    }
}

package relais.setup;

import java.time.Instant;
import java.util.function.Supplier;
import relais.identity.Actor;
import relais.records.Outcome;
import relais.records.changes.Operated;
import relais.records.changes.PastMoment;

/** Writes as somebody at a past moment; made-up values that the records refuse are a bug. */
final class DemoWriting {
    private DemoWriting() {}

    static <T> T as(Actor actor, Instant moment, Supplier<T> work) {
        return ScopedValue.where(Actor.CURRENT, actor)
                .where(PastMoment.CURRENT, moment)
                .call(work::get);
    }

    static Operated<Outcome> written(Operated<Outcome> done) {
        require(done.result());
        return done;
    }

    static void require(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new IllegalStateException("The demonstration made up what is refused: " + rejected.problems());
        }
    }
}

package relais.records.imports;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.platform.jobs.JobContext;
import relais.platform.jobs.JobHandler;

/** Tries large files in the background. */
@Component
class TrialJob implements JobHandler {
    static final String NAME = "imports.trial";
    private static final int MOST_FAILURES = 3;

    private final Trial trial;
    private final Actors actors;

    TrialJob(Trial trial, Actors actors) {
        this.trial = trial;
        this.actors = actors;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext job) {
        if (job.failures() > MOST_FAILURES) {
            trial.giveUp(UUID.fromString(job.data()));
            return;
        }
        var person = actors.user(Objects.requireNonNull(job.actor())).orElseThrow();
        ScopedValue.where(Actor.CURRENT, person).run(() -> trial.run(UUID.fromString(job.data())));
    }
}

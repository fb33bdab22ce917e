package relais.records.imports;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.platform.jobs.JobContext;
import relais.platform.jobs.JobHandler;

/** Runs imports in the background, as the person who started them. */
@Component
class RunJob implements JobHandler {
    static final String NAME = "imports.run";

    private static final int MOST_FAILURES = 8;

    private final Run run;
    private final Actors actors;

    RunJob(Run run, Actors actors) {
        this.run = run;
        this.actors = actors;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext job) {
        importing(job, () -> run.run(UUID.fromString(job.data()), job::stopping));
    }

    private void importing(JobContext job, Runnable work) {
        var person = actors.user(Objects.requireNonNull(job.actor()));
        if (job.failures() > MOST_FAILURES) {
            run.abandon(UUID.fromString(job.data()), "unexpected");
        } else if (person.isPresent()) {
            ScopedValue.where(Actor.CURRENT, importing(person.get())).run(work);
        } else {
            run.abandon(UUID.fromString(job.data()), "actor");
        }
    }

    /** The same person with the same rights, by way of an import. */
    static Actor importing(Actor person) {
        return new Actor(
                Actor.Kind.IMPORT,
                person.id(),
                person.name(),
                person.workspace(),
                person.grants(),
                person.locale(),
                person.zone(),
                person.sites(),
                person.teams(),
                person.reach());
    }
}

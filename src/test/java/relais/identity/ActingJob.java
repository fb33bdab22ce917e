package relais.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import relais.platform.jobs.JobContext;
import relais.platform.jobs.JobHandler;

/** Notes as whom a job runs and whether they may change customers. */
@Component
class ActingJob implements JobHandler {
    final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "test.acting";
    }

    @Override
    public void run(JobContext job) {
        var actor = Actor.current();
        seen.add(job.data() + " " + actor.kind() + " " + actor.name() + " " + actor.may("customer", Action.UPDATE));
    }
}

package relais.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import relais.platform.jobs.JobBinding;
import relais.platform.jobs.JobContext;

/** Lets a job act as the one who submitted it, with the rights they have at the moment it runs. */
@Component
class JobActors implements JobBinding {
    private static final Logger LOG = LoggerFactory.getLogger(JobActors.class);

    private final Actors actors;
    private final Workspaces workspaces;

    JobActors(Actors actors, Workspaces workspaces) {
        this.actors = actors;
        this.workspaces = workspaces;
    }

    @Override
    public void run(JobContext job, Work work) throws Exception {
        var workspace = workspaces.find(job.workspace());
        if (workspace.isEmpty()) {
            LOG.info("The workspace of job {} was removed, and the job with it", job.id());
            return;
        }
        ScopedValue.where(Actor.CURRENT, actor(job, workspace.get())).call(() -> {
            work.run();
            return true;
        });
    }

    private Actor actor(JobContext job, Workspace workspace) {
        var id = job.actor();
        if (id == null) {
            return Actors.system(workspace);
        }
        return actors.user(id).orElseGet(() -> withoutRights(id, workspace));
    }

    /** Whoever left the workspace or was barred meanwhile may do nothing any more, so the job is refused. */
    private static Actor withoutRights(UUID id, Workspace workspace) {
        return new Actor(
                Actor.Kind.USER,
                id,
                "",
                workspace.id(),
                new Grants(Map.of()),
                workspace.locale(),
                workspace.zone(),
                List.of(),
                List.of(),
                Reach.SHARED);
    }
}

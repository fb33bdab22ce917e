package relais.records.work;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.jobs.Jobs;
import relais.platform.tenancy.Ids;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.changes.Operations;

/** The face of long work: started in the caller's transaction, run once that is committed. */
@Service
public class Works {
    static final String PATH = "/work/";

    private final WorkStore store;
    private final Jobs jobs;

    Works(WorkStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /** Where a person follows this work. */
    public static String path(UUID work) {
        return PATH + work;
    }

    /** Starts work as the current actor; its steps write into the operation, which is begun already. */
    @Transactional
    public UUID start(String task, String data, UUID operation, int total, String back) {
        var id = Ids.next();
        var actor = Actor.current().id();
        store.insert(id, task, data, operation, actor, total, back);
        jobs.submit(WorkJob.NAME, actor, id.toString());
        return id;
    }

    /** The work, for the one who started it and for those who see what others do. */
    @Transactional(readOnly = true)
    public Work find(UUID id) {
        return store.find(id, false).filter(Works::sees).orElseThrow(NotFound::new);
    }

    /** The work that still writes, or failed to go on writing, this operation. */
    @Transactional(readOnly = true)
    public Optional<Work> unfinished(UUID operation) {
        return store.unfinished(operation);
    }

    /** Leaves it where it is; what is written stays and can be taken back. */
    @Transactional
    public void stop(UUID id) {
        find(id);
        if (!store.move(id, Work.State.RUNNING, Work.State.STOPPED, "")
                && !store.move(id, Work.State.FAILED, Work.State.STOPPED, "")) {
            throw new Refused("work.moved");
        }
    }

    /** Goes on with work that failed or was stopped, as whoever asks for it. */
    @Transactional
    public void resume(UUID id) {
        find(id);
        if (!store.move(id, Work.State.FAILED, Work.State.RUNNING, "")
                && !store.move(id, Work.State.STOPPED, Work.State.RUNNING, "")) {
            throw new Refused("work.moved");
        }
        jobs.submit(WorkJob.NAME, Actor.current().id(), id.toString());
    }

    private static boolean sees(Work work) {
        var actor = Actor.current();
        return work.actor().equals(actor.id()) || actor.may(Operations.NAME, Action.READ);
    }
}

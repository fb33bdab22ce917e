package relais.customers.duplicates;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.jobs.Jobs;
import relais.platform.tenancy.Ids;
import relais.platform.web.Refused;

/** Starts and stops searches through the stock, one at a time. */
@Service
public class DuplicateSearches {
    private final FindingStore store;
    private final Jobs jobs;

    DuplicateSearches(FindingStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /** Starts a search; refuses while one runs. */
    @Transactional
    public UUID start() {
        require();
        if (store.latest().filter(f -> f.state() == Finding.State.RUNNING).isPresent()) {
            throw new Refused("duplicates.running");
        }
        var id = Ids.next();
        store.insert(id, Actor.current().id(), store.customers());
        jobs.submit(FindJob.NAME, Actor.current().id(), id.toString());
        return id;
    }

    /** Stops the search that runs; what it found so far stays. */
    @Transactional
    public void stop() {
        require();
        store.latest().ifPresent(f -> store.move(f.id(), Finding.State.RUNNING, Finding.State.STOPPED));
    }

    static void require() {
        Actor.current().require(CustomerDescription.NAME, Action.BULK);
    }
}

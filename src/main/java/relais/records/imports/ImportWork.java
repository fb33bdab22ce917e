package relais.records.imports;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.imports.Import.State;

/** Tries and runs an import here and now instead of in the background, for whoever waits for it. */
@Component
class ImportWork {
    private final ImportStore store;
    private final Trial trial;
    private final Run run;
    private final TransactionTemplate transaction;

    ImportWork(ImportStore store, Trial trial, Run run, PlatformTransactionManager transactions) {
        this.store = store;
        this.trial = trial;
        this.run = run;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The dry run of a file of any size. */
    void attempt(UUID id) {
        trial.run(id);
    }

    /** Writes what was tried. Ended from outside, it stands as running: paused and resumed in the pages, it goes on. */
    void run(UUID id) {
        move(id);
        ScopedValue.where(Actor.CURRENT, RunJob.importing(Actor.current())).run(() -> run.run(id, () -> false));
    }

    private void move(UUID id) {
        if (!Boolean.TRUE.equals(transaction.execute(s -> store.move(id, State.RUNNING, State.TRIED)))) {
            throw new Refused("import.untried");
        }
    }
}

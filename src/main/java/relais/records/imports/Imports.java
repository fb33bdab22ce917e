package relais.records.imports;

import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.jobs.Jobs;
import relais.platform.tenancy.Ids;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.imports.Import.State;
import relais.records.imports.columns.FileProfile;
import relais.records.imports.source.Layout;
import relais.records.imports.source.SourceFile;

/** The face of imports: a file is uploaded, mapped, tried, run, and taken back. */
@Service
class Imports {
    private static final long TRIED_AT_ONCE = 20_000;

    private final ImportStore store;
    private final Workshop workshop;
    private final Proposing proposing;
    private final Trial trial;
    private final TrialRows trials;
    private final Undoing undoing;
    private final Jobs jobs;
    private final TransactionTemplate transaction;

    Imports(
            ImportStore store,
            Workshop workshop,
            Proposing proposing,
            Trial trial,
            TrialRows trials,
            Undoing undoing,
            Jobs jobs,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.workshop = workshop;
        this.proposing = proposing;
        this.trial = trial;
        this.trials = trials;
        this.undoing = undoing;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes a file, reads it whole once and proposes where its columns go. */
    UUID upload(String object, String fileName, InputStream content) {
        Actor.current().require(object, Action.IMPORT);
        var subject = workshop.subject(object);
        var id = Ids.next();
        long size = workshop.keep(id, content);
        try {
            var source = workshop.detect(id);
            var profile = FileProfile.of(source);
            transaction.executeWithoutResult(s -> {
                var mapping = proposing.propose(workshop.type(object), subject, profile);
                store.insert(
                        new ImportStore.Uploaded(id, object, plain(fileName), size, source.layout(), profile, mapping));
            });
            return id;
        } catch (RuntimeException unreadable) {
            workshop.discard(id);
            throw unreadable;
        }
    }

    /** File names come from outside: no folders, no control characters, not endless. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("\\p{Cntrl}", "").strip();
        var known = clean.isEmpty() ? "import" : clean;
        return known.length() > 200 ? known.substring(0, 200) : known;
    }

    /** The import, for those who may import. */
    Import find(UUID id) {
        var file =
                Objects.requireNonNull(transaction.execute(s -> store.find(id).orElseThrow(NotFound::new)));
        Actor.current().require(file.object(), Action.IMPORT);
        return file;
    }

    @Transactional(readOnly = true)
    public FileProfile profile(UUID id) {
        return store.profile(id);
    }

    @Transactional(readOnly = true)
    public List<Import> recent() {
        return store.recent(50);
    }

    /** Reads the file in another way than was found. */
    void read(UUID id, Layout layout) {
        var file = open(id);
        var source = SourceFile.of(workshop.path(id), layout, workshop.limits());
        var profile = FileProfile.of(source);
        transaction.executeWithoutResult(s -> {
            var proposed = proposing.propose(workshop.type(file.object()), workshop.subject(file.object()), profile);
            if (!store.layout(id, layout, profile, proposed)) {
                throw new Refused("import.moved");
            }
            trials.clear(id);
        });
    }

    @Transactional
    public void map(UUID id, Mapping mapping) {
        open(id);
        change(id, mapping);
    }

    private void change(UUID id, Mapping mapping) {
        if (!store.mapping(id, mapping)) {
            throw new Refused("import.moved");
        }
    }

    /** Proposes the mapping anew, or takes a kept one. */
    @Transactional
    public void propose(UUID id, @Nullable Mapping kept) {
        var file = open(id);
        var proposed =
                proposing.propose(workshop.type(file.object()), workshop.subject(file.object()), store.profile(id));
        change(id, kept == null ? proposed : proposing.adopt(workshop.type(file.object()), kept, proposed));
    }

    /** Tries the file: a small one at once, a large one in the background. */
    void attempt(UUID id) {
        var file = open(id);
        if (file.mapping().makesFields() && !Proposing.mayMake()) {
            transaction.executeWithoutResult(
                    s -> change(id, Proposing.allowed(workshop.type(file.object()), file.mapping())));
        }
        if (file.rows() <= TRIED_AT_ONCE) {
            trial.run(id);
            return;
        }
        transaction.executeWithoutResult(s -> {
            if (store.move(id, State.TRYING, State.UPLOADED, State.TRIED)) {
                jobs.submit(TrialJob.NAME, Actor.current().id(), id.toString());
            }
        });
    }

    @Transactional
    public void decide(UUID id, long number, TrialRows.Decision decision) {
        tried(id);
        if (!trials.decide(id, number, decision)) {
            throw new NotFound();
        }
    }

    @Transactional
    public void followAdvice(UUID id) {
        tried(id);
        trials.adviseAll(id);
    }

    /** Whether this value of a changed record is to be written. */
    @Transactional
    public void write(UUID id, long number, String field, boolean write) {
        tried(id);
        var shown = trials.between(id, number, number).get(number);
        if (shown == null) {
            throw new NotFound();
        }
        var skipped = new HashSet<>(shown.skipped());
        if (write) {
            skipped.remove(field);
        } else {
            skipped.add(field);
        }
        trials.skip(id, number, skipped);
    }

    /** Starts the run; what was tried is what is run. */
    @Transactional
    public void start(UUID id) {
        go(tried(id), State.TRIED);
    }

    @Transactional
    public void pause(UUID id) {
        find(id);
        move(id, State.PAUSED, State.RUNNING);
    }

    @Transactional
    public void resume(UUID id) {
        go(find(id), State.PAUSED);
    }

    @Transactional
    public void cancel(UUID id) {
        find(id);
        move(id, State.CANCELLED, State.RUNNING, State.PAUSED);
    }

    /** Throws a file away that nothing was written of. */
    @Transactional
    public void forget(UUID id) {
        open(id);
        store.delete(id);
        workshop.discard(id);
    }

    Undoing.Undone undo(UUID id) {
        find(id);
        return undoing.undo(id);
    }

    private void go(Import file, State from) {
        if (file.mapping().makesFields() && !Proposing.mayMake()) {
            throw new Refused("import.fields");
        }
        move(file.id(), State.RUNNING, from);
        jobs.submit(RunJob.NAME, Actor.current().id(), file.id().toString());
    }

    private void move(UUID id, State to, State... from) {
        if (!store.move(id, to, from)) {
            throw new Refused("import.moved");
        }
    }

    private Import open(UUID id) {
        var file = find(id);
        if (!file.open()) {
            throw new Refused("import.moved");
        }
        return file;
    }

    private Import tried(UUID id) {
        var file = find(id);
        if (file.state() != State.TRIED) {
            throw new Refused("import.untried");
        }
        return file;
    }
}

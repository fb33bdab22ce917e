package relais.records.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.records.changes.Operation;
import relais.records.changes.Operations;
import relais.records.imports.Import.State;
import relais.records.imports.ImportPages.Done;
import relais.records.imports.ImportPages.Index;
import relais.records.imports.ImportPages.Progress;
import relais.records.imports.ImportPages.Result;
import relais.records.imports.ImportPages.Waiting;
import relais.ui.Formats;
import relais.ui.Ledger;
import relais.ui.Term;
import relais.ui.Words;

/** Reads what the list of imports and the page of one show. */
@Component
class ImportsView {
    private final ImportStore store;
    private final Operations operations;

    ImportsView(ImportStore store, Operations operations) {
        this.store = store;
        this.operations = operations;
    }

    @Transactional(readOnly = true)
    public Index page(@Nullable Import chosen) {
        var all = store.recent(50);
        var undone = undone(all, chosen);
        var running = new ArrayList<Progress>();
        var waiting = new ArrayList<Waiting>();
        var done = new ArrayList<Done>();
        for (var file : all) {
            if (file.ended()) {
                done.add(done(file, undone.get(file.id())));
            } else if (file.open()) {
                waiting.add(waiting(file));
            } else {
                running.add(progress(file));
            }
        }
        var result = chosen == null || !chosen.ended() ? null : result(chosen, undone.get(chosen.id()));
        return new Index(result, running, waiting, done);
    }

    /** The undo of each import that was taken back. */
    private Map<UUID, Operation> undone(List<Import> all, @Nullable Import chosen) {
        var undone = new HashMap<UUID, Operation>();
        var files = new ArrayList<>(all);
        if (chosen != null) {
            files.add(chosen);
        }
        for (var file : files) {
            if (file.operation() != null) {
                operations
                        .find(file.operation())
                        .filter(Operation::undone)
                        .flatMap(o -> operations.find(Objects.requireNonNull(o.undoneBy())))
                        .ifPresent(o -> undone.put(file.id(), o));
            }
        }
        return undone;
    }

    private static Waiting waiting(Import file) {
        boolean tried = file.state() == State.TRIED;
        return new Waiting(
                file.id(),
                file.fileName(),
                Words.t("imports.by", file.actorName(), Formats.ago(file.uploadedAt())),
                "/imports/" + file.id() + (tried ? "/trial" : "/columns"));
    }

    private Progress progress(Import file) {
        long rows = Math.max(1, file.rows());
        long rate = file.busyMillis() == 0 ? 0 : file.done() * 1000 / file.busyMillis();
        long seconds = rate == 0 ? 0 : (file.rows() - file.done()) / rate;
        var started = file.startedAt() == null ? file.uploadedAt() : file.startedAt();
        return new Progress(
                file.id(),
                file.fileName(),
                Words.t("imports.started", file.actorName(), Formats.time(started)),
                file.state() == State.PAUSED,
                file.state() == State.TRYING,
                (int) (file.done() * 100 / rows),
                file.done(),
                file.rows(),
                rate,
                Formats.duration(Duration.ofSeconds(seconds)),
                file.tally().rejected() + file.tally().aside());
    }

    private static Done done(Import file, @Nullable Operation undo) {
        var tally = file.tally();
        int refused = tally.rejected() + tally.aside();
        String state;
        String kind;
        String after = "";
        if (undo != null) {
            state = Words.t("imports.state.undone");
            kind = "undone";
            after = Words.t("imports.undone.after", undo.reversed(), undo.kept(), undo.blocked());
        } else if (file.state() == State.FAILED) {
            state = Words.t("imports.state.failed");
            kind = "bad";
        } else if (file.state() == State.CANCELLED) {
            state = Words.t("imports.state.cancelled");
            kind = "";
        } else if (refused > 0) {
            state = Words.t("imports.state.refused", refused);
            kind = "warn";
        } else {
            state = Words.t("imports.state.done");
            kind = "good";
        }
        return new Done(
                file.id(),
                file.fileName(),
                Words.t("imports.by", file.actorName(), Formats.ago(file.uploadedAt())),
                file.done(),
                tally.created(),
                tally.updated(),
                refused,
                state,
                kind,
                after,
                undo == null && file.operation() != null);
    }

    private Result result(Import file, @Nullable Operation undo) {
        var tally = file.tally();
        return new Result(
                file.id(),
                Words.t(undo != null ? "imports.result.undone" : "imports.result." + file.state(), file.fileName()),
                undo == null ? ledger(file) : undoLedger(undo),
                tally.rejected() + tally.aside(),
                undo == null && file.operation() != null,
                note(file, undo),
                problem(file));
    }

    /** What can still be undone says so; what was undone says by whom. */
    private static String note(Import file, @Nullable Operation undo) {
        if (undo != null) {
            var when = Formats.ago(undo.at());
            return Words.t("imports.result.note.undone", file.actorName(), undo.actorName(), when);
        }
        var key = file.operation() == null ? "imports.result.note.written" : "imports.result.note";
        return Words.t(key, Math.max(0.1, file.busyMillis() / 1000.0), file.actorName());
    }

    private static @Nullable String problem(Import file) {
        return file.problem() == null
                ? null
                : Unreadables.sentence(
                        file.problem().path("code").asString(""), file.problem().path("args"));
    }

    private static Ledger ledger(Import file) {
        var t = file.tally();
        var parts = new ArrayList<Term>();
        parts.add(new Term(t.created(), Words.t("imports.did.created", t.created()), ""));
        parts.add(new Term(t.updated(), Words.t("imports.did.updated", t.updated()), ""));
        if (t.unchanged() > 0) {
            parts.add(new Term(t.unchanged(), Words.t("imports.did.unchanged", t.unchanged()), ""));
        }
        if (t.aside() > 0) {
            parts.add(new Term(t.aside(), Words.t("imports.did.aside", t.aside()), "", true));
        }
        parts.add(new Term(t.rejected(), Words.t("imports.did.rejected", t.rejected()), ""));
        return new Ledger(
                Words.t("imports.result.equation"),
                new Term(file.done(), Words.t("imports.term.read", file.done()), ""),
                parts);
    }

    private static Ledger undoLedger(Operation undo) {
        long all = (long) undo.reversed() + undo.kept() + undo.blocked();
        return new Ledger(
                Words.t("imports.undo.equation"),
                new Term(all, Words.t("imports.undo.all", all), "/operations/" + undo.id()),
                List.of(
                        new Term(undo.reversed(), Words.t("imports.undo.reversed", undo.reversed()), ""),
                        new Term(undo.kept(), Words.t("imports.undo.kept", undo.kept()), ""),
                        new Term(undo.blocked(), Words.t("imports.undo.blocked", undo.blocked()), "")));
    }
}

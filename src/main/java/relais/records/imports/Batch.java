package relais.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Writing;
import relais.records.imports.Matching.Asked;
import relais.records.imports.Matching.Match;
import relais.records.imports.RowJournal.Entry;
import relais.records.imports.TrialRows.Decision;
import relais.records.imports.TrialRows.Shown;
import relais.records.imports.source.Row;
import relais.records.types.Snapshot;

/** One batch of a run: decides about each row and writes in waves, in which no record stands twice. */
final class Batch {
    private final Preparation prepared;
    private final UUID id;
    private final Writing writing;
    private final Map<Long, Shown> trials;
    private final RowJournal journal;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final Map<UUID, Planned> wave = new LinkedHashMap<>();
    private final Map<UUID, Snapshot> known = new HashMap<>();
    private int decided;

    private record Planned(Row row, Mutation mutation, boolean decided) {}

    Batch(Preparation prepared, UUID id, Writing writing, Map<Long, Shown> trials, RowJournal journal) {
        this.prepared = prepared;
        this.id = id;
        this.writing = writing;
        this.trials = trials;
        this.journal = journal;
    }

    void run(ReadAhead.Part part) {
        var understood = part.understood(prepared);
        var asked = understood.asked();
        var matches = prepared.matching().match(asked);
        known.putAll(matches.records());
        load(part.rows(), asked);
        for (var reading : understood.readings()) {
            if (reading.sound()) {
                place(reading, matches.byRow().getOrDefault(reading.row().number(), new Match.None()));
            } else {
                reject(reading.row(), reading.problems());
            }
        }
        flush();
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    Import.Tally tally() {
        var counts = new HashMap<RowJournal.Outcome, Integer>();
        entries.values().forEach(e -> counts.merge(e.outcome(), 1, Integer::sum));
        return new Import.Tally(
                counts.getOrDefault(RowJournal.Outcome.CREATED, 0),
                counts.getOrDefault(RowJournal.Outcome.UPDATED, 0),
                counts.getOrDefault(RowJournal.Outcome.UNCHANGED, 0),
                decided,
                counts.getOrDefault(RowJournal.Outcome.ASIDE, 0),
                counts.getOrDefault(RowJournal.Outcome.REJECTED, 0));
    }

    /** Records that somebody chose to link to, and that no rule finds. */
    private void load(List<Row> rows, List<Asked> asked) {
        var missing = new HashSet<UUID>();
        for (var row : rows) {
            var trial = trials.get(row.number());
            if (trial != null && trial.record() != null && !known.containsKey(trial.record())) {
                missing.add(trial.record());
            }
        }
        if (!missing.isEmpty() && !asked.isEmpty()) {
            known.putAll(prepared.matching().load(missing));
        }
    }

    private void place(Reading reading, Match match) {
        var trial = trials.get(reading.row().number());
        if (trial != null && trial.outcome() == TrialRows.Outcome.DUPLICATE) {
            decide(reading, trial);
            return;
        }
        switch (match) {
            case Match.None none -> create(reading, false);
            case Match.Known record -> update(reading, record.id(), trial == null ? Set.of() : trial.skipped(), false);
            case Match.Doubt doubt -> aside(reading.row());
        }
    }

    private void decide(Reading reading, Shown trial) {
        if (trial.decision() == null) {
            aside(reading.row());
        } else if (trial.decision() == Decision.CREATE) {
            create(reading, true);
        } else {
            var record = trial.record() == null ? earlier(Objects.requireNonNull(trial.other())) : trial.record();
            if (record == null) {
                reject(
                        reading.row(),
                        List.of(RowProblem.of(
                                "",
                                "import.other-refused",
                                trial.detail().path("otherLine").asString(""))));
            } else {
                update(reading, record, Set.of(), true);
            }
        }
    }

    /** The record that an earlier row of the file became. */
    private @Nullable UUID earlier(long number) {
        var here = entries.get(number);
        if (here != null) {
            return here.record();
        }
        for (var planned : wave.values()) {
            if (planned.row().number() == number) {
                return planned.mutation().id();
            }
        }
        return journal.record(id, number).orElse(null);
    }

    private void create(Reading reading, boolean chosen) {
        plan(reading.row(), new Mutation.Create(Ids.next(), prepared.reader().withDefaults(reading.values())), chosen);
    }

    private void update(Reading reading, UUID record, Set<String> skipped, boolean chosen) {
        if (wave.containsKey(record)) {
            flush();
        }
        var current = known.get(record);
        if (current == null) {
            current = prepared.matching().load(Set.of(record)).get(record);
        }
        if (current == null || current.deleted()) {
            reject(reading.row(), List.of(RowProblem.of("", "import.gone")));
            return;
        }
        var effect = Merging.effect(reading.values(), current, prepared.mapping(), skipped);
        plan(reading.row(), new Mutation.Update(record, null, effect.values()), chosen);
    }

    private void plan(Row row, Mutation mutation, boolean chosen) {
        wave.put(mutation.id(), new Planned(row, mutation, chosen));
    }

    private void aside(Row row) {
        entries.put(
                row.number(),
                new Entry(
                        row.number(),
                        row.line(),
                        RowJournal.Outcome.ASIDE,
                        null,
                        List.of(RowProblem.of("", "import.undecided"))));
    }

    private void reject(Row row, List<RowProblem> problems) {
        entries.put(row.number(), new Entry(row.number(), row.line(), RowJournal.Outcome.REJECTED, null, problems));
    }

    private void flush() {
        if (wave.isEmpty()) {
            return;
        }
        var planned = new ArrayList<>(wave.values());
        wave.clear();
        var outcomes = writing.apply(
                prepared.type().name(), planned.stream().map(Planned::mutation).toList());
        for (int i = 0; i < planned.size(); i++) {
            settle(planned.get(i), outcomes.get(i));
            known.remove(planned.get(i).mutation().id());
        }
    }

    private void settle(Planned planned, Outcome outcome) {
        var row = planned.row();
        switch (outcome) {
            case Outcome.Written w ->
                accept(
                        planned,
                        w.id(),
                        planned.mutation() instanceof Mutation.Create
                                ? RowJournal.Outcome.CREATED
                                : RowJournal.Outcome.UPDATED);
            case Outcome.Unchanged u -> accept(planned, u.id(), RowJournal.Outcome.UNCHANGED);
            case Outcome.Stale s -> reject(row, List.of(RowProblem.of("", "import.gone")));
            case Outcome.Missing m -> reject(row, List.of(RowProblem.of("", "import.gone")));
            case Outcome.Rejected r ->
                reject(
                        row,
                        r.problems().stream()
                                .map(p -> RowProblem.of(p, prepared.mapping()))
                                .toList());
        }
    }

    private void accept(Planned planned, UUID record, RowJournal.Outcome outcome) {
        decided += planned.decided() ? 1 : 0;
        var row = planned.row();
        entries.put(row.number(), new Entry(row.number(), row.line(), outcome, record, List.of()));
    }
}

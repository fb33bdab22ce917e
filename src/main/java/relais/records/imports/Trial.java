package relais.records.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Actor;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.imports.Matching.Asked;
import relais.records.imports.Matching.Match;
import relais.records.imports.TrialRows.Decision;
import relais.records.imports.TrialRows.Shown;
import relais.records.imports.matching.Likeness;
import relais.records.imports.source.Row;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** The dry run: reads the whole file and shows what would happen; no record is written. */
@Component
class Trial {
    private static final int BATCH = 1_000;
    private static final int MOST_CHANGES_SHOWN = 5_000;
    private static final int MOST_REJECTED_SHOWN = 5_000;

    private final ImportStore store;
    private final TrialRows rows;
    private final Records records;
    private final Workshop workshop;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Trial(
            ImportStore store,
            TrialRows rows,
            Records records,
            Workshop workshop,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.rows = rows;
        this.records = records;
        this.workshop = workshop;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tries the whole file and keeps what it found. */
    void run(UUID id) {
        ScopedValue.where(Actor.CURRENT, RunJob.importing(Actor.current())).run(() -> attempt(id));
    }

    /** After failing again and again the columns are open for mapping once more. */
    void giveUp(UUID id) {
        transaction.executeWithoutResult(s -> store.move(id, Import.State.UPLOADED, Import.State.TRYING));
    }

    private void attempt(UUID id) {
        long start = clock.millis();
        var prepared = Objects.requireNonNull(
                transaction.execute(s -> workshop.prepare(store.find(id).orElseThrow())));
        var pass = new Pass(prepared);
        transaction.executeWithoutResult(s -> rows.clear(id));
        try (var source = prepared.source().rows(0)) {
            while (source.hasNext()) {
                var batch = new ArrayList<Row>(BATCH);
                while (batch.size() < BATCH && source.hasNext()) {
                    batch.add(source.next());
                }
                transaction.executeWithoutResult(s -> rows.append(id, pass.look(batch)));
            }
        }
        transaction.executeWithoutResult(s -> store.tried(id, pass.summary.json(clock.millis() - start)));
    }

    /** One reading of the file. */
    private final class Pass {
        private final Preparation prepared;
        private final TrialSummary summary = new TrialSummary();
        private final Twins twins;
        private final Map<UUID, Integer> taken = new HashMap<>();

        Pass(Preparation prepared) {
            this.prepared = prepared;
            this.twins = new Twins(prepared.mapping().rules(), prepared.file().rows());
        }

        List<Shown> look(List<Row> batch) {
            var readings = prepared.reader().read(batch);
            var asked = new HashMap<Long, Asked>();
            readings.stream()
                    .filter(Reading::sound)
                    .forEach(r -> asked.put(
                            r.row().number(),
                            prepared.matching().ask(r, prepared.reader().withDefaults(r.values()))));
            var matches = prepared.matching().match(List.copyOf(asked.values()));
            var shown = new ArrayList<Shown>();
            var mutations = new ArrayList<Mutation>();
            var mutated = new ArrayList<Reading>();
            var effects = new HashMap<Long, Merging.Effect>();
            for (var reading : readings) {
                var question = asked.get(reading.row().number());
                if (question == null) {
                    reject(reading, reading.problems(), shown);
                    continue;
                }
                look(reading, question, matches, shown, mutations, mutated, effects);
            }
            judge(mutations, mutated, effects, matches, shown);
            return shown;
        }

        private void look(
                Reading reading,
                Asked question,
                Matching.Matches matches,
                List<Shown> shown,
                List<Mutation> mutations,
                List<Reading> mutated,
                Map<Long, Merging.Effect> effects) {
            var row = reading.row();
            var match = matches.byRow().getOrDefault(row.number(), new Match.None());
            var twin = twins.meet(question, row.line());
            if (twin.isPresent() && !named(match)) {
                summary.duplicates++;
                shown.add(twinShown(reading, twin.get(), question));
                return;
            }
            switch (match) {
                case Match.None none -> {
                    mutations.add(
                            new Mutation.Create(Ids.next(), prepared.reader().withDefaults(reading.values())));
                    mutated.add(reading);
                }
                case Match.Known known -> {
                    summary.rule(known.rule());
                    var record = Objects.requireNonNull(matches.records().get(known.id()));
                    if (taken.merge(known.id(), 1, Integer::sum) > 1) {
                        summary.duplicates++;
                        shown.add(doubtShown(reading, question, known.id(), record, known.rule(), null, true));
                        return;
                    }
                    var effect = Merging.effect(reading.values(), record, prepared.mapping(), Set.of());
                    effects.put(row.number(), effect);
                    mutations.add(new Mutation.Update(known.id(), null, effect.values()));
                    mutated.add(reading);
                }
                case Match.Doubt doubt -> {
                    summary.duplicates++;
                    var record = Objects.requireNonNull(matches.records().get(doubt.id()));
                    shown.add(doubtShown(
                            reading, question, doubt.id(), record, doubt.rule(), doubt.likeness(), doubt.link()));
                }
            }
        }

        /** Rows that say which records they are may be as alike as these are. */
        private static boolean named(Match match) {
            return match instanceof Match.Known known && known.rule().equals(Matching.RECORD);
        }

        /** Asks the engine what it would say, and counts. */
        private void judge(
                List<Mutation> mutations,
                List<Reading> mutated,
                Map<Long, Merging.Effect> effects,
                Matching.Matches matches,
                List<Shown> shown) {
            var outcomes = records.rehearse(prepared.type(), mutations);
            for (int i = 0; i < outcomes.size(); i++) {
                var reading = mutated.get(i);
                switch (outcomes.get(i)) {
                    case Outcome.Rejected r ->
                        reject(
                                reading,
                                r.problems().stream()
                                        .map(p -> RowProblem.of(p, prepared.mapping()))
                                        .toList(),
                                shown);
                    case Outcome.Stale s -> reject(reading, List.of(RowProblem.of("", "import.gone")), shown);
                    case Outcome.Missing m -> reject(reading, List.of(RowProblem.of("", "import.gone")), shown);
                    case Outcome.Written w -> written(reading, mutations.get(i), effects, matches, shown);
                    case Outcome.Unchanged u -> {
                        summary.unchanged++;
                        show(reading, u.id(), effects, matches, shown);
                    }
                }
            }
        }

        private void written(
                Reading reading,
                Mutation mutation,
                Map<Long, Merging.Effect> effects,
                Matching.Matches matches,
                List<Shown> shown) {
            if (mutation instanceof Mutation.Create) {
                summary.created++;
                return;
            }
            summary.changed++;
            show(reading, mutation.id(), effects, matches, shown);
        }

        private void show(
                Reading reading,
                UUID id,
                Map<Long, Merging.Effect> effects,
                Matching.Matches matches,
                List<Shown> shown) {
            var effect = effects.get(reading.row().number());
            if (effect == null || effect.differences().isEmpty()) {
                return;
            }
            effect.differences().forEach(summary::difference);
            if (summary.shownChanges++ < MOST_CHANGES_SHOWN) {
                var record = Objects.requireNonNull(matches.records().get(id));
                var detail = Values.object();
                detail.set("differences", Difference.json(effect.differences()));
                detail.put("reference", record.text("reference"));
                shown.add(Shown.of(
                        reading.row().number(),
                        reading.row().line(),
                        TrialRows.Outcome.CHANGED,
                        record.title(),
                        id,
                        null,
                        detail));
            }
        }

        private void reject(Reading reading, List<RowProblem> problems, List<Shown> shown) {
            summary.reject(reading.row().line(), problems);
            if (summary.rejected <= MOST_REJECTED_SHOWN) {
                var detail = Values.object();
                detail.set("problems", Values.parse(RowProblem.json(problems)));
                shown.add(Shown.of(
                        reading.row().number(),
                        reading.row().line(),
                        TrialRows.Outcome.REJECTED,
                        "",
                        null,
                        null,
                        detail));
            }
        }

        private Shown twinShown(Reading reading, Twins.Twin twin, Asked question) {
            var detail = detail(twin.rule(), twin.likeness(), twin.link());
            detail.put("otherLine", twin.otherLine());
            return Shown.of(
                    reading.row().number(),
                    reading.row().line(),
                    TrialRows.Outcome.DUPLICATE,
                    title(question),
                    null,
                    twin.other(),
                    detail);
        }

        private Shown doubtShown(
                Reading reading,
                Asked question,
                UUID id,
                Snapshot record,
                String rule,
                @Nullable Likeness likeness,
                boolean link) {
            var detail = detail(rule, likeness, link);
            detail.put("otherTitle", record.title());
            return Shown.of(
                    reading.row().number(),
                    reading.row().line(),
                    TrialRows.Outcome.DUPLICATE,
                    title(question),
                    id,
                    null,
                    detail);
        }

        private static ObjectNode detail(String rule, @Nullable Likeness likeness, boolean link) {
            var detail = Values.object();
            detail.put("rule", rule);
            detail.put("advice", (link ? Decision.LINK : Decision.CREATE).name());
            if (likeness != null) {
                detail.put("name", likeness.name());
                likeness.reasons().forEach(detail.withArray("reasons")::add);
            }
            return detail;
        }

        private String title(Asked question) {
            return Values.title(prepared.type(), question.completed());
        }
    }
}

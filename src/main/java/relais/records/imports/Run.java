package relais.records.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Writing;
import relais.records.changes.Intent;
import relais.records.imports.Import.State;
import relais.records.imports.columns.Target;
import relais.records.imports.source.Row;
import relais.records.imports.source.Unreadable;
import relais.records.types.FieldDescription;
import relais.records.types.Values;

/**
 * The run of an import: batch after batch, each one transaction with its rows' journal, so that after a kill at any point
 * the next run goes on behind the last committed row.
 */
@Component
class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final int BATCH = 1_000;

    private final ImportStore store;
    private final RowJournal journal;
    private final TrialRows trials;
    private final Records records;
    private final Workshop workshop;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Run(
            ImportStore store,
            RowJournal journal,
            TrialRows trials,
            Records records,
            Workshop workshop,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.journal = journal;
        this.trials = trials;
        this.records = records;
        this.workshop = workshop;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes on with the import until it is done, paused or cancelled, or Relais stops. */
    void run(UUID id, BooleanSupplier stopping) {
        try {
            transaction.executeWithoutResult(s -> makeFields(id));
            if (rows(id, stopping) && ties(id, stopping)) {
                transaction.executeWithoutResult(s -> store.move(id, State.DONE, State.RUNNING));
            }
        } catch (Unreadable damaged) {
            fail(id, damaged);
        }
    }

    /** Ends an import that can't go on: its starter left the workspace, or it failed again and again. */
    void abandon(UUID id, String reason) {
        fail(id, new Unreadable(reason));
    }

    private void fail(UUID id, Unreadable damaged) {
        LOG.info("Import {} stopped: {}", id, damaged.getMessage());
        var problem = Values.object();
        problem.put("code", damaged.code());
        damaged.args().forEach(a -> problem.withArray("args").add(String.valueOf(a)));
        transaction.executeWithoutResult(s -> {
            store.problem(id, problem);
            store.move(id, State.FAILED, State.RUNNING);
        });
    }

    /** The fields that the mapping asks for, as an operation of their own. */
    private void makeFields(UUID id) {
        var file = store.lock(id).orElseThrow();
        if (file.state() != State.RUNNING || !file.mapping().makesFields()) {
            return;
        }
        if (!Proposing.mayMake()) {
            throw new Unreadable("fields");
        }
        var planned = NewFields.plan(workshop.type(file.object()), file.mapping());
        var creates = planned.records().stream()
                .map(r -> new Mutation.Create(Ids.next(), r))
                .toList();
        var operated = records.write(
                Intent.of("import.fields", file.fileName()), w -> w.apply(FieldDescription.NAME, creates));
        operated.result().stream()
                .filter(o -> !(o instanceof Outcome.Written))
                .findFirst()
                .ifPresent(o -> {
                    throw new IllegalStateException("A field of the import was refused: " + o);
                });
        store.fieldsMade(id, planned.mapping(), Objects.requireNonNull(operated.operation()));
    }

    private boolean rows(UUID id, BooleanSupplier stopping) {
        var prepared = Objects.requireNonNull(
                transaction.execute(s -> workshop.prepare(store.find(id).orElseThrow())));
        try (var source = prepared.source().rows(prepared.file().done());
                var ahead = new ReadAhead(prepared, source, BATCH)) {
            for (var part = ahead.take(); !part.rows().isEmpty(); part = ahead.take()) {
                var batch = part;
                if (stopping.getAsBoolean()
                        || !Boolean.TRUE.equals(transaction.execute(s -> batch(prepared, id, batch)))) {
                    return false;
                }
            }
        }
        return Objects.requireNonNull(transaction.execute(s -> store.find(id).orElseThrow()))
                        .state()
                == State.RUNNING;
    }

    /** One batch in one transaction; false when the import was paused, cancelled or is another worker's. */
    private boolean batch(Preparation prepared, UUID id, ReadAhead.Part part) {
        var rows = part.rows();
        long start = clock.millis();
        var file = store.lock(id).orElseThrow();
        if (file.state() != State.RUNNING || file.done() != rows.getFirst().number() - 1) {
            return false;
        }
        var decisions =
                trials.between(id, rows.getFirst().number(), rows.getLast().number());
        var written = write(file, writing -> {
            var batch = new Batch(prepared, id, writing, decisions, journal);
            batch.run(part);
            return batch;
        });
        journal.append(id, written.result().entries());
        store.progress(
                id, rows.getLast().number(), written.result().tally(), written.operation(), clock.millis() - start);
        return true;
    }

    private record Written<T extends @Nullable Object>(
            T result, @Nullable UUID operation) {}

    /** The engine forgets an operation that wrote nothing, so the first batch that writes opens it. */
    private <T> Written<T> write(Import file, Function<Writing, T> work) {
        if (file.operation() != null) {
            return new Written<>(records.resume(file.operation(), work).result(), file.operation());
        }
        var operated = records.write(Intent.of("import", file.fileName()), work);
        return new Written<>(operated.result(), operated.operation());
    }

    /** Ties records to the organisations that their rows name, when all of them are there. */
    private boolean ties(UUID id, BooleanSupplier stopping) {
        var file =
                Objects.requireNonNull(transaction.execute(s -> store.find(id).orElseThrow()));
        int column = parentColumn(file.mapping());
        if (column < 0) {
            return true;
        }
        var source = workshop.source(file);
        try (var rows = source.rows(file.tied())) {
            while (rows.hasNext()) {
                var batch = new ArrayList<Row>(BATCH);
                while (batch.size() < BATCH && rows.hasNext()) {
                    batch.add(rows.next());
                }
                if (stopping.getAsBoolean() || !Boolean.TRUE.equals(transaction.execute(s -> tie(id, column, batch)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int parentColumn(Mapping mapping) {
        for (int i = 0; i < mapping.columns().size(); i++) {
            if (mapping.columns().get(i).to().equals(Target.PARENT)) {
                return i;
            }
        }
        return -1;
    }

    private boolean tie(UUID id, int column, List<Row> rows) {
        var file = store.lock(id).orElseThrow();
        if (file.state() != State.RUNNING || file.tied() != rows.getFirst().number() - 1) {
            return false;
        }
        var imported =
                journal.records(id, rows.getFirst().number(), rows.getLast().number());
        var parents = new LinkedHashMap<UUID, String>();
        for (var row : rows) {
            var record = imported.get(row.number());
            if (record != null && !row.cell(column).isEmpty()) {
                parents.put(record, row.cell(column));
            }
        }
        var operation = new AtomicReference<>(file.operation());
        if (!parents.isEmpty()) {
            operation.set(write(file, writing -> {
                        workshop.subject(file.object()).tie(writing, parents);
                        return Map.of();
                    })
                    .operation());
        }
        store.tied(id, rows.getLast().number(), operation.get());
        return true;
    }
}

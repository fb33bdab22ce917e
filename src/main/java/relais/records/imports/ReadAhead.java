package relais.records.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import relais.records.imports.source.Row;
import relais.records.imports.source.Rows;

/** Reads a file one batch ahead: while the database writes a batch, another core reads the next one. */
final class ReadAhead implements AutoCloseable {
    private final Preparation prepared;
    private final Rows source;
    private final int size;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("import-reader").factory());
    private Future<Part> next;

    ReadAhead(Preparation prepared, Rows source, int size) {
        this.prepared = prepared;
        this.source = source;
        this.size = size;
        this.next = reader.submit(this::read);
    }

    /** The rows of one batch. */
    record Part(List<Row> rows, @Nullable Understood ahead) {
        /** What they say; rows that name other records by words can be understood inside the transaction only. */
        Understood understood(Preparation prepared) {
            return ahead == null ? Understood.of(prepared, rows) : ahead;
        }
    }

    /** What rows say, and what they are matched by. */
    record Understood(List<Reading> readings, List<Matching.Asked> asked) {
        static Understood of(Preparation prepared, List<Row> rows) {
            var readings = prepared.reader().read(rows);
            var asked = readings.parallelStream()
                    .filter(Reading::sound)
                    .map(r -> prepared.matching().ask(r, prepared.reader().withDefaults(r.values())))
                    .toList();
            return new Understood(readings, asked);
        }
    }

    /** The next batch; empty at the end of the file. */
    Part take() {
        try {
            var part = next.get();
            next = part.rows().isEmpty() ? next : reader.submit(this::read);
            return part;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private Part read() {
        var rows = new ArrayList<Row>(size);
        while (rows.size() < size && source.hasNext()) {
            rows.add(source.next());
        }
        return new Part(rows, prepared.reader().links() ? null : Understood.of(prepared, rows));
    }

    /** Waits for a batch that is being read, since whoever closes this closes the file next. */
    @Override
    public void close() {
        reader.close();
    }
}

package relais.records.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.web.NotFound;
import relais.records.imports.RowJournal.Entry;
import relais.records.imports.source.Layout;
import relais.records.imports.source.Row;
import relais.records.imports.source.Rows;
import relais.records.types.FormulaGuard;
import relais.ui.Words;

/** The rows that were not taken, as a file to correct: the original cells, the line and the reason. */
@Component
class RefusedFile {
    private static final int PAGE = 500;
    private static final Pattern HARMLESS = Pattern.compile("[+-]?[\\d .,()/\\-\\u00A0\\u202F]+");

    private final ImportStore store;
    private final RowJournal journal;
    private final TrialRows trials;
    private final Workshop workshop;
    private final TransactionTemplate transaction;

    RefusedFile(
            ImportStore store,
            RowJournal journal,
            TrialRows trials,
            Workshop workshop,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.journal = journal;
        this.trials = trials;
        this.workshop = workshop;
        this.transaction = new TransactionTemplate(transactions);
    }

    void write(UUID id, Writer out) throws IOException {
        var file =
                Objects.requireNonNull(transaction.execute(s -> store.find(id).orElseThrow(NotFound::new)));
        var source = workshop.source(file);
        boolean known = file.layout().format() == Layout.Format.CSV
                && ColumnsView.DELIMITERS.contains(String.valueOf(file.layout().delimiter()));
        out.write('\uFEFF');
        try (var writer = CsvWriter.builder()
                        .fieldSeparator(known ? file.layout().delimiter() : ';')
                        .build(out);
                var rows = source.rows(0)) {
            var header = new ArrayList<>(source.header());
            header.add(Words.t("imports.file.line"));
            header.add(Words.t("imports.file.reason"));
            writer.writeRecord(header);
            for (var page = page(file, 0);
                    !page.isEmpty();
                    page = page(file, page.getLast().number())) {
                for (var entry : page) {
                    row(rows, entry.number()).ifPresent(row -> writer.writeRecord(cells(row, entry)));
                }
            }
        }
    }

    private static Optional<Row> row(Rows rows, long number) {
        while (rows.hasNext()) {
            var row = rows.next();
            if (row.number() >= number) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private List<Entry> page(Import file, long after) {
        return Objects.requireNonNull(transaction.execute(s -> switch (file.state()) {
            case UPLOADED, TRYING -> List.<Entry>of();
            case TRIED -> tried(file.id(), after);
            case RUNNING, PAUSED, CANCELLED, DONE, FAILED -> journal.refused(file.id(), after, PAGE);
        }));
    }

    /** Before the run, those that the dry run would refuse. */
    private List<Entry> tried(UUID id, long after) {
        return trials.page(id, TrialRows.Outcome.REJECTED, after, PAGE).stream()
                .map(s -> new Entry(
                        s.number(),
                        s.line(),
                        RowJournal.Outcome.REJECTED,
                        null,
                        RowProblem.parse(s.detail().path("problems"))))
                .toList();
    }

    private static List<String> cells(Row row, Entry entry) {
        var cells = row.cells().stream().map(RefusedFile::safe).collect(Collectors.toCollection(ArrayList::new));
        cells.add(String.valueOf(entry.line()));
        cells.add(entry.problems().stream()
                .map(p -> p.column().isEmpty() ? p.sentence() : p.column() + Words.t("imports.colon") + p.sentence())
                .collect(Collectors.joining(" ")));
        return cells;
    }

    /** A spreadsheet must not take a cell for a formula; the mark goes again when the file comes back. */
    private static String safe(String cell) {
        return HARMLESS.matcher(cell).matches() ? cell : FormulaGuard.guarded(cell);
    }
}

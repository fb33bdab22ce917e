package relais.records.operations;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import relais.records.changes.Operation;
import relais.records.changes.OperationSlice;
import relais.records.changes.Operations;
import relais.records.types.FormulaGuard;
import relais.ui.Face;
import relais.ui.Words;

/** The operations as a CSV file that spreadsheets open and never compute. */
@Component
class OperationsFile {
    private static final int BATCH = 500;
    private static final int MOST = 100_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Operations operations;

    OperationsFile(Operations operations) {
        this.operations = operations;
    }

    void write(OperationAddress address, Writer out) throws IOException {
        var filter = address.filter(Face.current().zone());
        out.write(BYTE_ORDER_MARK);
        line(
                out,
                Stream.of("time", "who", "what", "records", "origin", "state", "id")
                        .map(c -> Words.t("operations.column." + c)));
        var place = OperationSlice.Place.NEWEST;
        for (int written = 0; written < MOST; written += BATCH) {
            var slice = operations.page(filter, place, BATCH);
            for (var operation : slice.operations()) {
                line(out, cells(operation));
            }
            if (!slice.older()) {
                return;
            }
            place = new OperationSlice.Place(slice.operations().getLast().id(), false);
        }
    }

    private static Stream<String> cells(Operation operation) {
        return List.of(
                operation.at().atZone(Face.current().zone()).toOffsetDateTime().toString(),
                operation.actorName(),
                operation.sentence(),
                String.valueOf(OperationRows.records(operation)),
                OperationRows.origin(operation),
                OperationRows.state(operation).text(),
                operation.id().toString())
                .stream();
    }

    private static void line(Writer out, Stream<String> cells) throws IOException {
        var separator = Face.language().equals(Locale.FRENCH) ? ";" : ",";
        out.write(cells.map(OperationsFile::cell).collect(Collectors.joining(separator)) + "\r\n");
    }

    /** Quoted, and never the beginning of a formula. */
    private static String cell(String text) {
        return '"' + FormulaGuard.guarded(text).replace("\"", "\"\"") + '"';
    }
}

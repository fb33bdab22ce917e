package relais.records.lists.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import relais.records.types.FormulaGuard;
import relais.ui.Face;
import relais.ui.Words;

/** A CSV file as spreadsheets of the current language open it: UTF-8 with its mark, semicolons in French. */
final class CsvRows implements RowWriter {
    private static final char MARK = '\uFEFF';

    private final boolean french = Face.language().getLanguage().equals(Locale.FRENCH.getLanguage());
    private final CsvWriter csv;

    CsvRows(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(MARK);
        csv = CsvWriter.builder()
                .fieldSeparator(french ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
    }

    @Override
    public void write(List<FileValue> row) {
        csv.writeRecord(row.stream().map(this::cell).toList());
    }

    private String cell(FileValue value) {
        return switch (value) {
            case FileValue.None none -> "";
            case FileValue.Text text -> FormulaGuard.guarded(text.text());
            case FileValue.Figure figure -> number(figure.number());
            case FileValue.Euro euro -> number(euro.amount()) + " EUR";
            case FileValue.Day day -> day.date().toString();
            case FileValue.Truth truth -> Words.t(truth.yes() ? "value.yes" : "value.no");
        };
    }

    private String number(BigDecimal number) {
        var plain = number.toPlainString();
        return french ? plain.replace('.', ',') : plain;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

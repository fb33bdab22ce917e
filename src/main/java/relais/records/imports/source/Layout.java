package relais.records.imports.source;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written, as found or as a person corrected it.
 *
 * @param charset of a CSV, null for XLSX
 * @param delimiter between the cells of a CSV
 * @param quote around cells of a CSV
 * @param headerRow which non-empty row names the columns, counted from 1; 0 when none does
 * @param sheet of an XLSX, null for CSV
 * @param sheets all of an XLSX
 */
public record Layout(
        Format format,
        @Nullable String charset,
        char delimiter,
        char quote,
        int headerRow,
        @Nullable String sheet,
        List<String> sheets) {

    /** The kinds of files Relais reads. */
    public enum Format {
        CSV(".csv", ".tsv", ".txt"),
        XLSX(".xlsx");

        private final List<String> endings;

        Format(String... endings) {
            this.endings = List.of(endings);
        }

        /** How the names of readable files end, as a file chooser takes it. */
        public static String accepted() {
            return Arrays.stream(values()).flatMap(f -> f.endings.stream()).collect(Collectors.joining(","));
        }
    }

    public Layout {
        sheets = List.copyOf(sheets);
    }

    static Layout csv(String charset, char delimiter, char quote, int headerRow) {
        return new Layout(Format.CSV, charset, delimiter, quote, headerRow, null, List.of());
    }

    static Layout xlsx(String sheet, List<String> sheets, int headerRow) {
        return new Layout(Format.XLSX, null, ',', '"', headerRow, sheet, sheets);
    }

    public Layout withHeaderRow(int row) {
        return new Layout(format, charset, delimiter, quote, row, sheet, sheets);
    }

    public Layout withSheet(String other) {
        return new Layout(format, charset, delimiter, quote, headerRow, other, sheets);
    }

    public Layout withWriting(String otherCharset, char otherDelimiter) {
        return new Layout(format, otherCharset, otherDelimiter, quote, headerRow, sheet, sheets);
    }
}

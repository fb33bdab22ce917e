package relais.records.lists.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import relais.ui.Words;

/** An Excel file, written row by row: texts are cells of text, numbers and days keep their kind. */
final class XlsxRows implements RowWriter {
    private static final int WINDOW = 100;
    private static final int EXACT_DIGITS = 15;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final OutputStream out;
    private final SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
    private final CellStyle day = style("yyyy-mm-dd");
    private final CellStyle euro = style("#,##0.00\\ [$€-40C]");
    private @Nullable SXSSFSheet sheet;
    private @Nullable List<FileValue> head;
    private int row;

    XlsxRows(OutputStream out) {
        this.out = out;
        book.setCompressTempFiles(true);
    }

    private CellStyle style(String format) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    @Override
    public void write(List<FileValue> values) {
        if (head == null) {
            head = values;
        }
        if (sheet == null || row > SpreadsheetVersion.EXCEL2007.getLastRowIndex()) {
            nextSheet(head, values);
            return;
        }
        line(sheet, values);
    }

    /** A sheet ends after a million rows; the next one begins with the same names of columns. */
    private void nextSheet(List<FileValue> names, List<FileValue> values) {
        var next = book.createSheet();
        next.createFreezePane(0, 1);
        sheet = next;
        row = 0;
        line(next, names);
        if (values != names) {
            line(next, values);
        }
    }

    private void line(SXSSFSheet on, List<FileValue> values) {
        var line = on.createRow(row++);
        for (int i = 0; i < values.size(); i++) {
            if (!(values.get(i) instanceof FileValue.None)) {
                fill(line.createCell(i), values.get(i));
            }
        }
    }

    private void fill(Cell cell, FileValue value) {
        switch (value) {
            case FileValue.None none -> {}
            case FileValue.Text text -> cell.setCellValue(fitting(text.text()));
            case FileValue.Figure figure -> number(cell, figure.number(), null);
            case FileValue.Euro amount -> number(cell, amount.amount(), euro);
            case FileValue.Truth truth -> cell.setCellValue(truth.yes());
            case FileValue.Day date -> {
                if (date.date().isBefore(FIRST_DAY)) {
                    cell.setCellValue(date.date().toString());
                } else {
                    cell.setCellValue(date.date());
                    cell.setCellStyle(day);
                }
            }
        }
    }

    /** Excel keeps fifteen digits; longer numbers stay exact as text. */
    private static void number(Cell cell, BigDecimal number, @Nullable CellStyle style) {
        if (number.stripTrailingZeros().precision() > EXACT_DIGITS) {
            cell.setCellValue(number.toPlainString());
            return;
        }
        cell.setCellValue(number.doubleValue());
        if (style != null) {
            cell.setCellStyle(style);
        }
    }

    private static String fitting(String text) {
        int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
        if (text.length() <= most) {
            return text;
        }
        var note = " " + Words.t("export.cut", text.length());
        return text.substring(0, most - note.length()) + note;
    }

    @Override
    public void close() throws IOException {
        try (book) {
            book.write(out);
        }
    }
}

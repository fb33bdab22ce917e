package relais.records.imports.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Numbers;

/** Reads one sheet of an XLSX by pulling its XML, cell by cell. */
final class XlsxReader implements CellReader {
    private static final int SAMPLE_ROWS = 200;

    private final XlsxBook book;
    private final XMLStreamReader xml;
    private final ReadOnlySharedStringsTable strings;
    private final Limits limits;
    private long line;

    private XlsxReader(XlsxBook book, String sheet, Limits limits) {
        this.book = book;
        this.limits = limits;
        this.strings = book.strings();
        this.xml = book.sheet(sheet);
    }

    static Layout detect(Path file, Limits limits) throws IOException {
        try (var book = XlsxBook.open(file, limits)) {
            var sheets = book.sheets();
            var sheet = sheets.getFirst();
            var rows = new ArrayList<List<String>>();
            var reader = new XlsxReader(book, sheet, limits);
            for (var cells = reader.next(); cells != null && rows.size() < SAMPLE_ROWS; cells = reader.next()) {
                if (!cells.blank()) {
                    rows.add(cells.values);
                }
            }
            if (rows.isEmpty()) {
                throw new Unreadable("empty");
            }
            return Layout.xlsx(sheet, sheets, Headers.find(rows));
        }
    }

    static XlsxReader open(Path file, String sheet, Limits limits) throws IOException {
        var book = XlsxBook.open(file, limits);
        try {
            return new XlsxReader(book, sheet, limits);
        } catch (RuntimeException broken) {
            book.close();
            throw broken;
        }
    }

    @Override
    public @Nullable Cells next() {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    return row();
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException broken) {
            throw XlsxBook.damaged(broken);
        }
    }

    private Cells row() throws XMLStreamException {
        var number = xml.getAttributeValue(null, "r");
        line = number == null ? line + 1 : Long.parseLong(number);
        var cells = new Cells();
        cells.line = line;
        int column = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                return cells;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = column(xml.getAttributeValue(null, "r"), column);
                cell(cells, column++);
            }
        }
    }

    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    private void cell(Cells cells, int column) throws XMLStreamException {
        var type = xml.getAttributeValue(null, "t");
        var style = xml.getAttributeValue(null, "s");
        boolean formula = false;
        String value = null;
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c"))) {
            if (xml.getEventType() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "f" -> formula = true;
                case "v" -> value = text();
                case "t" -> value = value == null ? text() : value + text();
                default -> {}
            }
        }
        if (value == null && formula) {
            put(cells, column, "", Flaw.FORMULA);
        } else if (value != null && "e".equals(type)) {
            put(cells, column, value, Flaw.CELL_ERROR);
        } else if (value != null) {
            put(cells, column, shown(value, type, style), null);
        }
    }

    /** The text of the current element, no longer than a cell may be. */
    private String text() throws XMLStreamException {
        var out = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            } else if (xml.hasText() && out.length() <= limits.fieldChars()) {
                out.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return out.toString();
    }

    private String shown(String value, @Nullable String type, @Nullable String style) {
        return switch (type == null ? "n" : type) {
            case "s" -> strings.getItemAt(Integer.parseInt(value.strip())).getString();
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            case "n" -> number(value.strip(), style);
            default -> value;
        };
    }

    private String number(String value, @Nullable String style) {
        if (value.isEmpty()) {
            return "";
        }
        double number = Double.parseDouble(value);
        if (style != null && book.date(Integer.parseInt(style)) && DateUtil.isValidExcelDate(number)) {
            return moment(number);
        }
        return Numbers.canonical(BigDecimal.valueOf(number)).toPlainString();
    }

    private String moment(double number) {
        var moment = DateUtil.getLocalDateTime(number, book.from1904(), true);
        if (number < 1) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private void put(Cells cells, int column, String value, @Nullable String flaw) {
        if (value.isEmpty() && flaw == null) {
            return;
        }
        if (column >= limits.columns()) {
            throw new Unreadable("columns", line, limits.columns());
        }
        while (cells.values.size() <= column) {
            cells.values.add("");
        }
        boolean tooLong = value.length() > limits.fieldChars();
        cells.values.set(column, tooLong ? value.substring(0, limits.fieldChars()) : value);
        var found = tooLong ? Flaw.TOO_LONG : flaw == null && controlled(value) ? Flaw.CONTROL : flaw;
        if (found != null) {
            cells.flaws.add(new Flaw(column, found));
        }
    }

    private static boolean controlled(String value) {
        return value.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
    }

    @Override
    public void close() {
        book.close();
    }
}

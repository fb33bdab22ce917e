package relais.records.imports.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import relais.records.types.FormulaGuard;

/**
 * Reads delimited text. A parser of our own, because the place of an unclosed quote and the memory that a hostile field takes
 * are ours to answer for.
 */
final class CsvReader implements CellReader {
    private static final int END = -1;

    private final Reader reader;
    private final char delimiter;
    private final char quote;
    private final Limits limits;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder cell = new StringBuilder();
    private int position;
    private int filled;
    private long line = 1;
    private boolean tooLong;
    private boolean control;
    private boolean afterReturn;

    CsvReader(Reader reader, char delimiter, char quote, Limits limits) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.quote = quote;
        this.limits = limits;
    }

    @Override
    public @Nullable Cells next() {
        if (peek() == END) {
            return null;
        }
        var cells = new Cells();
        cells.line = line;
        int end;
        do {
            end = readCell(cells);
        } while (end == delimiter);
        return cells;
    }

    /** Reads one cell and answers what ended it: the delimiter, a line feed or the end. */
    private int readCell(Cells cells) {
        cell.setLength(0);
        tooLong = false;
        control = false;
        int end = skipBlanks();
        if (end == quote) {
            cell.setLength(0);
            end = readQuoted();
        } else {
            end = readPlain(end);
        }
        add(cells);
        return end;
    }

    private int skipBlanks() {
        int c = read();
        while (c == ' ' && delimiter != ' ') {
            keep(c);
            c = read();
        }
        return c;
    }

    private int readPlain(int first) {
        int c = first;
        while (c != delimiter && c != '\n' && c != END) {
            keep(c);
            c = read();
        }
        return c;
    }

    private int readQuoted() {
        long opened = line;
        while (true) {
            int c = read();
            if (c == END) {
                throw new Unreadable("quote", opened);
            }
            if (c != quote) {
                keep(c);
                continue;
            }
            if (peek() == quote) {
                keep(read());
                continue;
            }
            return afterQuote(opened);
        }
    }

    /** Text behind a closing quote is kept; after several lines it shows that an earlier quote was never closed. */
    private int afterQuote(long opened) {
        int c = read();
        while (c == ' ' || c == '\t' && delimiter != '\t') {
            c = read();
        }
        if (c == delimiter || c == '\n' || c == END) {
            return c;
        }
        if (line > opened) {
            throw new Unreadable("quote", opened);
        }
        keep(quote);
        return readPlain(c);
    }

    private void keep(int c) {
        if (cell.length() >= limits.fieldChars()) {
            tooLong = true;
            return;
        }
        control |= c < ' ' && c != '\t' && c != '\n';
        cell.append((char) c);
    }

    private void add(Cells cells) {
        int column = cells.values.size();
        if (column >= limits.columns()) {
            throw new Unreadable("columns", cells.line, limits.columns());
        }
        if (tooLong) {
            cells.flaws.add(new Flaw(column, Flaw.TOO_LONG));
        }
        if (control) {
            cells.flaws.add(new Flaw(column, Flaw.CONTROL));
        }
        cells.values.add(FormulaGuard.unguarded(cell.toString()));
    }

    /** One character; every line end, old or new, becomes a line feed. */
    private int read() {
        int c = raw();
        if (c == '\n' && afterReturn) {
            c = raw();
        }
        afterReturn = c == '\r';
        if (c == '\r') {
            c = '\n';
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int raw() {
        int c = head();
        if (c != END) {
            position++;
        }
        return c;
    }

    private int peek() {
        int c = head();
        if (c == '\n' && afterReturn) {
            position++;
            afterReturn = false;
            c = head();
        }
        return c;
    }

    private int head() {
        if (position == filled) {
            fill();
        }
        return filled < 0 ? END : buffer[position];
    }

    private void fill() {
        try {
            filled = reader.read(buffer);
            position = 0;
            if (filled < 0) {
                position = filled;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

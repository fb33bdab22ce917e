package relais.records.imports.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file to import, whatever its name says: recognised by its content, read row by row. */
public final class SourceFile {
    private final Path file;
    private final Layout layout;
    private final Limits limits;
    private @Nullable List<String> header;

    private SourceFile(Path file, Layout layout, Limits limits) {
        this.file = file;
        this.layout = layout;
        this.limits = limits;
    }

    /** Finds out how the file is written. */
    public static SourceFile detect(Path file, Limits limits) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new Unreadable("empty");
            }
            if (size > limits.bytes()) {
                throw new Unreadable("size", size, limits.bytes());
            }
            var layout = switch (Signature.of(file)) {
                case CSV -> CsvDetection.detect(file, limits);
                case XLSX -> XlsxReader.detect(file, limits);
            };
            return new SourceFile(file, layout, limits);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The file, read as this layout says. */
    public static SourceFile of(Path file, Layout layout, Limits limits) {
        return new SourceFile(file, layout, limits);
    }

    public Layout layout() {
        return layout;
    }

    /** The names of the columns, each one of its own. */
    public List<String> header() {
        if (header == null) {
            try (var reader = open()) {
                header = Headers.unique(headerCells(reader));
            }
        }
        return header;
    }

    /** The rows behind this many, 0 for all. */
    public Rows rows(long after) {
        var names = header();
        var reader = open();
        var rows = new DataRows(reader, names.size(), layout.headerRow());
        rows.skip(after);
        return rows;
    }

    private List<String> headerCells(CellReader reader) {
        int seen = 0;
        for (var cells = reader.next(); cells != null; cells = reader.next()) {
            if (cells.blank()) {
                continue;
            }
            if (layout.headerRow() == 0) {
                return new ArrayList<>(Collections.nCopies(cells.values.size(), ""));
            }
            if (++seen == layout.headerRow()) {
                return cells.values;
            }
        }
        throw new Unreadable("empty");
    }

    private CellReader open() {
        try {
            return switch (layout.format()) {
                case CSV ->
                    new CsvReader(
                            Charsets.reader(file, Objects.requireNonNull(layout.charset())),
                            layout.delimiter(),
                            layout.quote(),
                            limits);
                case XLSX -> XlsxReader.open(file, Objects.requireNonNull(layout.sheet()), limits);
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Rows of data: what stands behind the header and is not empty. */
    private static final class DataRows implements Rows {
        private final CellReader reader;
        private final int columns;
        private int before;
        private long number;
        private @Nullable Row ahead;

        DataRows(CellReader reader, int columns, int headerRow) {
            this.reader = reader;
            this.columns = columns;
            this.before = headerRow;
        }

        void skip(long rows) {
            while (number < rows && hasNext()) {
                next();
            }
        }

        @Override
        public boolean hasNext() {
            while (ahead == null) {
                var cells = reader.next();
                if (cells == null) {
                    return false;
                }
                if (cells.blank()) {
                    continue;
                }
                if (before > 0) {
                    before--;
                    continue;
                }
                ahead = row(cells);
            }
            return true;
        }

        @Override
        public Row next() {
            if (!hasNext() || ahead == null) {
                throw new NoSuchElementException();
            }
            var row = ahead;
            ahead = null;
            return row;
        }

        private Row row(Cells cells) {
            for (int i = columns; i < cells.values.size(); i++) {
                if (!Row.trimmed(cells.values.get(i)).isEmpty()) {
                    cells.flaws.add(new Flaw(columns, Flaw.EXTRA));
                    break;
                }
            }
            var values = new ArrayList<>(cells.values.subList(0, Math.min(columns, cells.values.size())));
            while (values.size() < columns) {
                values.add("");
            }
            return new Row(++number, cells.line, values, cells.flaws);
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}

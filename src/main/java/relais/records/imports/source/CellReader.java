package relais.records.imports.source;

import org.jspecify.annotations.Nullable;

/** Reads a file row by row, header and empty rows included. */
interface CellReader extends AutoCloseable {
    /** The next row, null at the end. */
    @Nullable
    Cells next();

    @Override
    void close();
}

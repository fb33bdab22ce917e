package relais.records.lists.exports;

import java.io.IOException;
import java.util.List;

/** Writes rows of one kind of file, one after the other. */
interface RowWriter extends AutoCloseable {
    void write(List<FileValue> row) throws IOException;

    /** Completes the file. */
    @Override
    void close() throws IOException;
}

package relais.records.imports.source;

import java.util.Iterator;

/** The rows of a file, one at a time, in constant memory. */
public interface Rows extends Iterator<Row>, AutoCloseable {
    @Override
    void close();
}

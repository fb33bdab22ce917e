package relais.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * Rows read straight over JDBC in the transaction that is open. For what every page reads, since making a statement of
 * parts and converting each of its values takes longer there than PostgreSQL does.
 */
public final class Reading {
    /**
     * So many elements PostgreSQL supposes in an array that it does not know. A statement for fewer looks cheaper than a
     * plan for any binds, and would be planned each time, which takes longer than reading them.
     */
    public static final int PLANNED = 10;

    private Reading() {}

    /** Takes over one row. */
    @FunctionalInterface
    public interface Row {
        /** Reads the columns of the row by their numbers, from 1. */
        void read(ResultSet columns) throws SQLException;
    }

    /** Sees each statement before it runs; kept in the data of jOOQ's configuration under this class. */
    public interface Watch extends Consumer<String> {}

    /** Hands over each row of this statement; arrays of UUID and String bind as such. */
    public static void each(DSLContext sql, String text, List<?> binds, Row row) {
        watched(sql, text);
        Pen.settle();
        sql.connection(connection -> each(connection, text, binds, row));
    }

    /** These ids for {@code = ANY(?)}, as many as are planned for at least: the first again and again does no harm. */
    public static UUID[] any(Collection<UUID> ids) {
        return padded(ids.toArray(UUID[]::new));
    }

    /** These texts for {@code = ANY(?)}, as above. */
    public static String[] anyText(Collection<String> texts) {
        return padded(texts.toArray(String[]::new));
    }

    private static <T> T[] padded(T[] values) {
        if (values.length == 0 || values.length >= PLANNED) {
            return values;
        }
        var padded = Arrays.copyOf(values, PLANNED);
        Arrays.fill(padded, values.length, PLANNED, values[0]);
        return padded;
    }

    private static void each(Connection connection, String text, List<?> binds, Row row) {
        try (var statement = connection.prepareStatement(text)) {
            for (int i = 0; i < binds.size(); i++) {
                bind(statement, i + 1, binds.get(i));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        } catch (SQLException e) {
            throw SpringExceptions.of(e, text);
        }
    }

    private static void bind(PreparedStatement statement, int at, Object value) throws SQLException {
        switch (value) {
            case UUID[] ids -> statement.setArray(at, statement.getConnection().createArrayOf("uuid", ids));
            case String[] texts ->
                statement.setArray(at, statement.getConnection().createArrayOf("text", texts));
            default -> statement.setObject(at, value);
        }
    }

    static void watched(DSLContext sql, String text) {
        if (sql.configuration().data(Watch.class) instanceof Watch watch) {
            watch.accept(text);
        }
    }
}

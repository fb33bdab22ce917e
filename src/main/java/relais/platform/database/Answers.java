package relais.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;

/** The rows that answer a statement, read straight over JDBC: for what is asked several times at each key that is hit. */
public final class Answers {
    private Answers() {}

    /** What one row says. */
    @FunctionalInterface
    public interface Row<T> {
        /** Reads the cells of the row where the answer stands. */
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of this statement in the transaction that is open; arrays are bound as arrays of texts or ids. */
    public static <T> List<T> of(DSLContext sql, String text, List<?> binds, Row<T> row) {
        Pen.settle();
        return Objects.requireNonNull(sql.connectionResult(connection -> read(connection, text, binds, row)));
    }

    private static <T> List<T> read(Connection connection, String text, List<?> binds, Row<T> row) {
        try (var statement = connection.prepareStatement(text)) {
            bind(statement, binds);
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw SpringExceptions.of(e, text);
        }
    }

    private static void bind(PreparedStatement statement, List<?> binds) throws SQLException {
        var connection = statement.getConnection();
        for (int i = 0; i < binds.size(); i++) {
            switch (binds.get(i)) {
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case UUID[] ids -> statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }
}

package relais.platform.database;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import relais.platform.tenancy.Tenancy;

/**
 * New rows of one table of the current workspace, written straight over JDBC in statements of many rows: an import adds
 * thirty rows for each record, and the way through jOOQ takes a third longer. The workspace is always the first column.
 */
public final class Rows {
    /** The names of types by which a missing value is bound; the server finds out about the others. */
    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(String.class, "varchar"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(Short.class, "int2"),
            Map.entry(Integer.class, "int4"),
            Map.entry(Long.class, "int8"),
            Map.entry(Double.class, "float8"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(byte[].class, "bytea"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(OffsetDateTime.class, "timestamptz"));

    private static final int LARGE = 300;

    private final String table;
    private final List<String> columns;
    private final List<@Nullable Object[]> lines = new ArrayList<>();
    private String conflict = "";

    /** Rows of this table with these columns beside the workspace. */
    public Rows(String table, String... columns) {
        this(table, List.of(columns));
    }

    /** Rows of this table with these columns beside the workspace. */
    public Rows(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Rows that are there already stay as they are. */
    public Rows unlessThere() {
        conflict = " ON CONFLICT DO NOTHING";
        return this;
    }

    /** One more row, its cells in the order of the columns. */
    public void add(@Nullable Object... cells) {
        lines.add(cells);
    }

    /** Writes the rows in the transaction that is open; a large batch while the caller goes on. */
    public void insert(DSLContext sql) {
        if (lines.isEmpty()) {
            return;
        }
        var tenant = Tenancy.id();
        Reading.watched(sql, text());
        if (lines.size() >= LARGE && Pen.writes()) {
            Pen.write(sql, connection -> insert(connection, tenant));
        } else {
            Pen.settle();
            sql.connection(connection -> insert(connection, tenant));
        }
    }

    private void insert(Connection connection, UUID tenant) {
        try (var statement = connection.prepareStatement(text())) {
            insert(statement, tenant);
        } catch (SQLException e) {
            throw SpringExceptions.of(e, text());
        }
    }

    private void insert(PreparedStatement statement, UUID tenant) throws SQLException {
        var names = names();
        for (var line : lines) {
            statement.setObject(1, tenant);
            for (int i = 0; i < names.length; i++) {
                bind(statement, i + 2, line[i], names[i]);
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private String text() {
        return "INSERT INTO " + table + " (tenant_id, " + String.join(", ", columns) + ") VALUES (?"
                + ", ?".repeat(columns.size()) + ")" + conflict;
    }

    /** Rows of different types would make the server prepare the statement anew, so a missing value is bound like the others. */
    private String[] names() {
        var names = new String[columns.size()];
        for (int i = 0; i < names.length; i++) {
            int at = i;
            names[i] = lines.stream()
                    .map(l -> l[at])
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(v -> NAMES.get(v.getClass()))
                    .orElse("");
        }
        return names;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value, String name)
            throws SQLException {
        switch (value) {
            case null -> absent(statement, at, name);
            case JSONB json -> statement.setObject(at, json.data(), Types.OTHER);
            default -> statement.setObject(at, value);
        }
    }

    private static void absent(PreparedStatement statement, int at, String name) throws SQLException {
        if (name.isEmpty()) {
            statement.setNull(at, Types.OTHER);
        } else {
            statement.setNull(at, Types.OTHER, name);
        }
    }
}

package relais.records.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;

/** The rows of terms: written in batches, whole records at a time. */
@Component
class TermStore {
    private static final String INSERT = "INSERT INTO records.search_term (tenant_id, term, record_id, source, object,"
            + " site_id, owner_id, shared) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final DSLContext sql;

    TermStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Straight over JDBC: an import adds ten rows for each record, and the way through jOOQ takes a third longer. */
    void insert(Collection<TermRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.connection(connection -> {
            try (var statement = connection.prepareStatement(INSERT)) {
                for (var row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    private static void bind(PreparedStatement statement, TermRow row) throws SQLException {
        statement.setObject(1, Tenancy.id());
        statement.setString(2, row.term().text());
        statement.setObject(3, row.record());
        statement.setShort(4, (short) row.term().source().ordinal());
        statement.setString(5, row.object());
        statement.setObject(6, row.rights().site(), Types.OTHER);
        statement.setObject(7, row.rights().owner(), Types.OTHER);
        statement.setBoolean(8, row.rights().shared());
    }

    void delete(List<TermRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.query(
                        """
                        DELETE FROM records.search_term s
                        USING unnest(CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS smallint[])) AS x (term, record_id, source)
                        WHERE s.tenant_id = ? AND s.term = x.term AND s.record_id = x.record_id AND s.source = x.source""",
                        rows.stream().map(r -> r.term().text()).toArray(String[]::new),
                        rows.stream().map(TermRow::record).toArray(UUID[]::new),
                        rows.stream()
                                .map(r -> (short) r.term().source().ordinal())
                                .toArray(Short[]::new),
                        Tenancy.id())
                .execute();
    }

    void deleteAll(List<UUID> records) {
        if (!records.isEmpty()) {
            sql.query(
                            "DELETE FROM records.search_term WHERE tenant_id = ? AND record_id = ANY(?)",
                            Tenancy.id(),
                            records.toArray(UUID[]::new))
                    .execute();
        }
    }

    /** Lets the rights follow their records, one statement per set of rights. */
    void move(Map<Rights, List<UUID>> moved) {
        moved.forEach((rights, records) -> sql.query(
                        "UPDATE records.search_term SET site_id = CAST(? AS uuid), owner_id = CAST(? AS uuid), shared = ?"
                                + " WHERE tenant_id = ? AND record_id = ANY(?)",
                        rights.site(),
                        rights.owner(),
                        rights.shared(),
                        Tenancy.id(),
                        records.toArray(UUID[]::new))
                .execute());
    }
}

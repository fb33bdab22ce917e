package relais.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;
import relais.platform.files.Disk;
import relais.platform.tenancy.Tenancy;

/** Begins every transaction with the workspace it is for, so that row-level security shows that workspace and no other. */
final class TenantTransactions extends JdbcTransactionManager {
    private final Disk disk;

    TenantTransactions(DataSource dataSource, Disk disk) {
        super(dataSource);
        this.disk = disk;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (Tenancy.CURRENT.isBound()) {
            if (disk.full() && !goesOn(definition)) {
                onlyRead(connection);
            }
            try (var statement = connection.prepareStatement("SELECT platform.set_tenant(?)")) {
                statement.setObject(1, Tenancy.id());
                statement.execute();
            }
        }
    }

    /** A transaction labelled {@code small}, such as a line of the audit, may still use what is kept in reserve. */
    private static boolean goesOn(TransactionDefinition definition) {
        return definition instanceof TransactionAttribute attribute
                && attribute.getLabels().contains("small");
    }

    /** With a full disk a workspace can be read but not written; sessions, which no workspace owns, go on. */
    private static void onlyRead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY");
        }
    }
}

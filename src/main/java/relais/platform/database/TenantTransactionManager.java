package relais.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import relais.platform.tenancy.Tenancy;

/** Begins every transaction with the workspace it is for, so that row-level security shows that workspace and no other. */
final class TenantTransactionManager extends JdbcTransactionManager {
    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (Tenancy.CURRENT.isBound()) {
            try (var statement = connection.prepareStatement("SELECT platform.set_tenant(?)")) {
                statement.setObject(1, Tenancy.id());
                statement.execute();
            }
        }
    }
}

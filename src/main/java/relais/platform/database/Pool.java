package relais.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The connections of the application role; refuses at once, instead of waiting, while the server is known to be down. */
final class Pool extends HikariDataSource {
    private final DatabaseServer server;

    Pool(DatabaseServer server) {
        super(config(server));
        this.server = server;
    }

    private static HikariConfig config(DatabaseServer server) {
        var config = new HikariConfig();
        config.setPoolName("relais");
        config.setDataSource(new ServerDataSource(server::url, server.application()));
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(4_000);
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!server.running()) {
            throw new SQLTransientConnectionException("The database is being started again", "08001");
        }
        return super.getConnection();
    }
}

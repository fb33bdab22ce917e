package relais.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opens connections at the address the server has at that moment, which may change when it is restarted. */
final class ServerDataSource extends AbstractDataSource {
    private final Supplier<String> url;
    private final Login login;

    ServerDataSource(Supplier<String> url, Login login) {
        this.url = url;
        this.login = login;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(login.user(), login.password());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "relais");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("prepareThreshold", "3");
        // A batch of inserts travels as one statement of many rows.
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(url.get(), properties);
    }
}

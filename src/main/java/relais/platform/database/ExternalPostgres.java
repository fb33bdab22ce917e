package relais.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** A PostgreSQL 15 or newer that someone else runs. */
record ExternalPostgres(String url, Login owner, Login application) implements DatabaseServer {
    private static final int OLDEST = 15;

    static ExternalPostgres reach(String url, Environment environment) {
        var application = login(environment, "user", "password", "relais");
        String owner = environment.getProperty("relais.database.owner", application.user());
        var ownerLogin =
                new Login(owner, environment.getProperty("relais.database.owner-password", application.password()));
        var server = new ExternalPostgres(url, ownerLogin, application);
        server.refuseOldVersion();
        return server;
    }

    private static Login login(Environment environment, String user, String password, String fallback) {
        return new Login(
                environment.getProperty("relais.database." + user, fallback),
                environment.getProperty("relais.database." + password, ""));
    }

    private void refuseOldVersion() {
        try (var connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartRefused("Relais needs PostgreSQL " + OLDEST + " or newer; the server at " + url
                        + " is version " + version + ".");
            }
        } catch (SQLException e) {
            throw new StartRefused("The database at " + url + " does not answer: " + e.getMessage());
        }
    }

    @Override
    public boolean running() {
        return true;
    }

    @Override
    public void close() {
        // it is not ours to stop
    }
}

package relais.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** A PostgreSQL 15 or newer that someone else runs. */
record ExternalPostgres(String url, Login owner, Login application) implements DatabaseServer {
    private static final int OLDEST = 15;

    static ExternalPostgres reach(Environment environment) {
        String user = environment.getProperty("relais.database.user", "relais");
        String password = environment.getProperty("relais.database.password", "");
        var owner = new Login(
                environment.getProperty("relais.database.owner", user),
                environment.getProperty("relais.database.owner.password", password));
        String url = jdbc(environment.getProperty("relais.database.url", ""));
        var server = new ExternalPostgres(url, owner, new Login(user, password));
        server.refuseWhatCannotWork();
        return server;
    }

    /** Accepts the address with or without {@code jdbc:}. */
    private static String jdbc(String url) {
        String address = url.startsWith("jdbc:") ? url : "jdbc:" + url;
        return address.replaceFirst("^jdbc:postgres:", "jdbc:postgresql:");
    }

    private void refuseWhatCannotWork() {
        if (owner.user().equals(application.user())) {
            throw new StartRefused("Relais needs two roles: RELAIS_DATABASE_OWNER owns the tables, RELAIS_DATABASE_USER"
                    + " is the application, for which row-level security holds. Both are " + owner.user() + ".");
        }
        refuseOldVersion();
        refusePowerfulApplication();
    }

    private void refuseOldVersion() {
        try (var connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartRefused("Relais needs PostgreSQL " + OLDEST + " or newer; the server at " + url
                        + " is version " + version + ".");
            }
        } catch (SQLException e) {
            throw unreachable(owner, e);
        }
    }

    private void refusePowerfulApplication() {
        String sql = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";
        try (var connection = DriverManager.getConnection(url, application.user(), application.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            if (row.next() && row.getBoolean(1)) {
                throw new StartRefused("The role " + application.user() + " is a superuser or passes row-level"
                        + " security. Relais needs an application role without either.");
            }
        } catch (SQLException e) {
            throw unreachable(application, e);
        }
    }

    private StartRefused unreachable(Login login, SQLException e) {
        return new StartRefused("The database at " + url + " does not let " + login.user() + " in: " + e.getMessage());
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

package relais.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The roles and the database of an embedded server, made at the first start and kept right at every later one. */
record Roles(String url, Login superuser) {

    void ensure(String database, Login owner, Login application) {
        try (Connection connection = DriverManager.getConnection(url, superuser.user(), superuser.password())) {
            ensureRole(connection, owner);
            ensureRole(connection, application);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                run(connection, "CREATE DATABASE " + database + " OWNER " + owner.user());
            }
            run(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            run(connection, "GRANT CONNECT ON DATABASE " + database + " TO " + application.user());
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the roles of the database", e);
        }
    }

    private static void ensureRole(Connection connection, Login login) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.user())) {
            run(
                    connection,
                    "CREATE ROLE " + login.user()
                            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '" + login.password()
                            + "'");
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

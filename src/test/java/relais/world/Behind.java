package relais.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import relais.platform.database.DatabaseServer;

/** A look at what the migrations made, as the role that owns it. */
public final class Behind {
    private static final String DATABASE = TestDatabase.fresh();

    private Behind() {}

    /** A connection of the owner to a database without rows. */
    public static Connection theScenes() throws SQLException {
        DatabaseServer server = TestDatabase.server(DATABASE);
        return DriverManager.getConnection(
                server.url(), server.owner().user(), server.owner().password());
    }
}

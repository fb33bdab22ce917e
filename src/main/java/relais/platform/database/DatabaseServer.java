package relais.platform.database;

/** The PostgreSQL that Relais works on: its own or one given by the environment. */
public interface DatabaseServer extends AutoCloseable {
    /** The JDBC address of Relais' database, without credentials. */
    String url();

    /** The role that owns the tables and runs the migrations. */
    Login owner();

    /** The role that the application works as; row-level security holds for it. */
    Login application();

    /** Whether the server is known to be up; a false answer comes with an automatic restart under way. */
    boolean running();

    @Override
    void close();
}

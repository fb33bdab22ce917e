package relais.platform.database;

/** A role of the database and its password. */
public record Login(String user, String password) {
    /** How the three roles of an embedded server are called. */
    record Names(String superuser, String owner, String application) {}

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}

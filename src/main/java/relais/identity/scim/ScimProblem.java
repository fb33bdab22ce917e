package relais.identity.scim;

/** A request of a directory that is answered with an error of SCIM; its words are for whoever runs the directory. */
final class ScimProblem extends RuntimeException {
    private final int status;
    private final String type;

    private ScimProblem(int status, String type, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
    }

    static ScimProblem of(int status, String type, String detail) {
        return new ScimProblem(status, type, detail);
    }

    static ScimProblem value(String detail) {
        return of(400, "invalidValue", detail);
    }

    static ScimProblem syntax(String detail) {
        return of(400, "invalidSyntax", detail);
    }

    static ScimProblem taken(String detail) {
        return of(409, "uniqueness", detail);
    }

    static ScimProblem absent() {
        return of(404, "", "There is no such resource.");
    }

    int status() {
        return status;
    }

    /** The {@code scimType}, empty where the standard has none. */
    String type() {
        return type;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}

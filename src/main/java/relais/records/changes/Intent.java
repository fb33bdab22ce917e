package relais.records.changes;

import java.util.Map;

/**
 * Why an operation happens, said so that both languages can tell it.
 *
 * @param code message key {@code intent.<code>}
 * @param args named facts for the sentence, kept as they were then
 */
public record Intent(String code, Map<String, String> args) {
    /** Takes back the operation whose own intent the args carry. */
    public static final String UNDO = "undo";

    /** Makes stand again what an undo had taken back. */
    public static final String REDO = "redo";

    /** The argument that holds the code of the act which an undo took back. */
    public static final String OF = "of";

    public Intent {
        args = Map.copyOf(args);
    }

    /** An intent that its code tells whole. */
    public static Intent of(String code) {
        return new Intent(code, Map.of());
    }

    /** An intent about one thing, named. */
    public static Intent of(String code, String subject) {
        return new Intent(code, Map.of("subject", subject));
    }

    /** An intent with one argument. */
    public static Intent of(String code, String name, String value) {
        return new Intent(code, Map.of(name, value));
    }
}

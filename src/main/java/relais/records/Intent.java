package relais.records;

import java.util.Map;

/**
 * Why an operation happens, said so that both languages can tell it.
 *
 * @param code message key {@code intent.<code>}
 * @param args named facts for the sentence, kept as they were then
 */
public record Intent(String code, Map<String, String> args) {
    public Intent {
        args = Map.copyOf(args);
    }

    public static Intent of(String code) {
        return new Intent(code, Map.of());
    }

    public static Intent of(String code, String subject) {
        return new Intent(code, Map.of("subject", subject));
    }

    public static Intent of(String code, String name, String value) {
        return new Intent(code, Map.of(name, value));
    }
}

package relais.records.types;

import java.util.List;

/**
 * What is wrong with one value, in terms that the user's language can say.
 *
 * @param field the field's name, empty for the whole record
 * @param code message key {@code problem.<code>}
 * @param args arguments of the message
 */
public record Problem(String field, String code, List<Object> args) {
    /** What is wrong with this field; the arguments belong to the words of the code. */
    public static Problem of(String field, String code, Object... args) {
        return new Problem(field, code, List.of(args));
    }
}

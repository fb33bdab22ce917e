package relais.records.types;

import java.util.Map;

/** One possible value of a choice field; labels are empty when the words lie in a message file. */
public record Choice(String code, Map<String, String> labels) {
    /** A choice whose label is the message {@code choice.<object>.<field>.<code>}. */
    public static Choice standard(String code) {
        return new Choice(code, Map.of());
    }
}

package relais.records.types;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace says of an object that it made itself.
 *
 * @param one what one record is called, by language
 * @param many what several are called
 * @param sections the parts of the card beyond the first, in their order
 * @param board the field by whose choices the records stand in columns, null when none was chosen
 * @param boardFirst whether the board is what people see first
 */
public record OwnObject(
        Map<String, String> one,
        Map<String, String> many,
        List<Choice> sections,
        @Nullable String board,
        boolean boardFirst) {
    /** The part of the card in which the name stands. */
    public static final String MAIN = "main";

    /** The part of the card that says whose a record is. */
    public static final String BELONGING = "belonging";

    public OwnObject {
        one = Map.copyOf(one);
        many = Map.copyOf(many);
        sections = List.copyOf(sections);
    }
}

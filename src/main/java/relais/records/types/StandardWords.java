package relais.records.types;

import java.util.stream.Stream;
import relais.ui.Words;

/** The words of standard choices in every language, for reading files of any of them. */
final class StandardWords {
    private StandardWords() {}

    static Stream<String> of(Field field, Choice choice) {
        // A choice of the same field name means the same in every object, so reading needs no object.
        return Words.LANGUAGES.stream()
                .flatMap(l -> Stream.of("customer", "affiliation", "note")
                        .map(o -> "choice." + o + "." + field.name() + "." + choice.code())
                        .filter(Words::has)
                        .map(k -> Words.in(l, k)));
    }
}

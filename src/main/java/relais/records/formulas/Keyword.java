package relais.records.formulas;

import java.util.Locale;
import java.util.Optional;

/** The words of the language. */
enum Keyword {
    AND("et"),
    OR("ou"),
    NOT("non"),
    TRUE("vrai"),
    FALSE("faux"),
    EMPTY("vide");

    private final String french;

    Keyword(String french) {
        this.french = french;
    }

    String english() {
        return name().toLowerCase(Locale.ROOT);
    }

    String french() {
        return french;
    }

    static Optional<Keyword> of(Token token) {
        if (token.type() != Token.Type.WORD) {
            return Optional.empty();
        }
        var word = token.text().toLowerCase(Locale.ROOT);
        for (var keyword : values()) {
            if (keyword.english().equals(word) || keyword.french.equals(word)) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }
}

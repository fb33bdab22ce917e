package relais.records.formulas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the reading of a formula at its first mistake; never leaves this package. */
final class Wrong extends RuntimeException {
    private final transient Mistake mistake;

    private Wrong(Mistake mistake) {
        super(mistake.code(), null, false, false);
        this.mistake = mistake;
    }

    static Wrong at(Token token, String code, Object... args) {
        return at(token.at(), token.end(), code, null, args);
    }

    static Wrong at(int from, int to, String code, @Nullable String repair, Object... args) {
        return new Wrong(new Mistake(from, Math.max(1, to - from), code, List.of(args), repair));
    }

    Mistake mistake() {
        return mistake;
    }
}

package relais.identity.scim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; the first has the number one. */
record ScimPage(int startIndex, int count) {
    static final int MOST = 200;

    static ScimPage of(@Nullable String startIndex, @Nullable String count) {
        int start = number(startIndex).orElse(1);
        int size = number(count).orElse(MOST);
        return new ScimPage(Math.max(1, start), Math.clamp(size, 0, MOST));
    }

    private static Optional<Integer> number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw ScimProblem.value("startIndex and count are whole numbers.");
        }
        return Optional.of(Integer.parseInt(text));
    }
}

package relais.identity.factors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.identity.door.SignInWay;
import relais.ui.Words;

/** What the pages of the second factor show. */
final class FactorPages {
    private FactorPages() {}

    /** The second step of a sign-in. */
    public record Second(
            String email, String to, boolean codes, List<SignInWay.Offer> offers, Optional<String> key, long minutes) {
        public @Nullable String problem() {
            return key.map(word -> Words.t(word, minutes)).orElse(null);
        }
    }

    /** An application to take up: the picture to read, the same secret to type, and the first code. */
    public record Enrolment(String workspace, String secret, Picture picture, String to, Optional<String> key) {
        /** In groups of four, as people type it. */
        public String typed() {
            return secret.replaceAll("(.{4})(?=.)", "$1 ");
        }

        public @Nullable String problem() {
            return key.map(Words::t).orElse(null);
        }
    }

    /** Recovery codes, which are told this once. */
    public record Codes(String email, List<String> codes, String next) {}

    /** One's own second factor. */
    public record Own(
            @Nullable Instant since,
            boolean on,
            int left,
            @Nullable Enrolment enrolment,
            boolean password,
            Optional<String> key) {
        public @Nullable String problem() {
            return key.map(Words::t).orElse(null);
        }
    }
}

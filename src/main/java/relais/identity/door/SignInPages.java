package relais.identity.door;

import java.util.List;
import java.util.Optional;
import relais.ui.Words;

/** What the pages before sign-in show. */
final class SignInPages {
    private SignInPages() {}

    /** The sign-in form: what was typed, where it leads, and what went wrong. */
    public record Form(String email, String to, Optional<String> problem, long minutes, List<SignInWay.Offer> ways) {
        /** Those that the script of passkeys takes over. */
        public List<SignInWay.Offer> passkeys() {
            return ways.stream().filter(SignInWay.Offer::passkey).toList();
        }

        /** Those that lead elsewhere. */
        public List<SignInWay.Offer> links() {
            return ways.stream().filter(way -> !way.passkey()).toList();
        }

        public String claim() {
            return problem.map(key -> Words.t(key, minutes)).orElse("");
        }
    }
}

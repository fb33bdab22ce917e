package relais.identity.door;

import org.jspecify.annotations.Nullable;
import relais.ui.Words;

/** What the page behind a one-time link shows. */
final class LinkPages {
    private LinkPages() {}

    /** A password to set, or the one to show when the invited person has an account already. */
    public record Show(
            String token,
            String email,
            String workspace,
            boolean invitation,
            boolean known,
            @Nullable String key) {
        public String title() {
            return invitation ? Words.t("link.invite.title", workspace) : Words.t("link.reset.title");
        }

        public String lead() {
            return known ? Words.t("link.known.lead", email) : Words.t("link.fresh.lead", email);
        }

        public @Nullable String problem() {
            return key == null ? null : Words.t(key);
        }
    }
}

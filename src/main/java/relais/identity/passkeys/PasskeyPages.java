package relais.identity.passkeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Words;

/** What the page of one's passkeys shows. */
final class PasskeyPages {
    private PasskeyPages() {}

    /** All of them, and the form for one more. */
    public record Own(List<Row> rows, boolean password, String suggested, Optional<String> key) {
        public @Nullable String problem() {
            return key.map(Words::t).orElse(null);
        }
    }

    /** One passkey. */
    public record Row(
            UUID id,
            String name,
            boolean shared,
            Instant createdAt,
            @Nullable Instant usedAt) {
        static Row of(Passkey passkey) {
            return new Row(passkey.id(), passkey.name(), passkey.backedUp(), passkey.createdAt(), passkey.usedAt());
        }

        public String href() {
            return "/account/passkeys/" + id;
        }
    }
}

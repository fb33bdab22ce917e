package relais.identity.passkeys;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.door.Tokens;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a passkey must sign, as the browser keeps it for us.
 *
 * @param account whose new passkey it is; without one it is for a sign-in
 */
record Challenge(String text, @Nullable UUID account) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Challenge fresh(@Nullable UUID account) {
        return new Challenge(Tokens.random(), account);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Optional<Challenge> of(String json) {
        try {
            return Optional.of(JSON.readValue(json, Challenge.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}

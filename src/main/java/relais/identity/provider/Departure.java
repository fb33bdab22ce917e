package relais.identity.provider;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.door.Tokens;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody took along to the provider, to be compared when they come back.
 *
 * @param account whose account is to be linked, when somebody who is signed in asked for it
 */
record Departure(
        UUID workspace,
        String state,
        String nonce,
        String verifier,
        String path,
        @Nullable UUID account) {
    static final String ERRAND = "provider";

    private static final JsonMapper JSON = JsonMapper.shared();

    static Departure to(UUID workspace, String path, @Nullable UUID account) {
        return new Departure(workspace, Tokens.random(), Tokens.random(), Tokens.random(), path, account);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Optional<Departure> of(String json) {
        try {
            return Optional.of(JSON.readValue(json, Departure.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}

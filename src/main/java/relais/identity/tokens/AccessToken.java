package relais.identity.tokens;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its list shows it; what opens with it is known to nobody but its holder.
 *
 * @param prefix how it begins, for people to recognise it
 */
public record AccessToken(
        UUID id,
        UUID account,
        UUID workspace,
        String person,
        String name,
        String prefix,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything at this moment. */
    public boolean alive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}

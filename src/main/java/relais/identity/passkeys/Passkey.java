package relais.identity.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of somebody: the public half.
 *
 * @param credential the key with its id, as WebAuthn writes them
 * @param counter how often it signed, where it counts
 * @param backedUp whether its owner's devices share it
 */
record Passkey(
        UUID id,
        UUID account,
        String credentialId,
        byte[] credential,
        long counter,
        boolean backupEligible,
        boolean backedUp,
        String name,
        Instant createdAt,
        @Nullable Instant usedAt) {}

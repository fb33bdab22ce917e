package relais.records.seal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One link of a workspace's chain.
 *
 * @param first the number of its first entry, {@code last} of its last one
 * @param operations how many operations it covers, long ones by a part
 * @param key the name of the key that made it
 * @param content the digest of its entries
 * @param mac binds it to all seals before it
 */
record Seal(
        long number,
        Instant at,
        long first,
        long last,
        int operations,
        long changes,
        String key,
        byte[] content,
        byte[] mac) {

    /** Before the first one. */
    static final Seal NONE = new Seal(0, Instant.EPOCH, 0, 0, 0, 0, "", new byte[0], new byte[32]);

    /** This seal with what binds it to the one before. */
    Seal bound(SealKey by, UUID tenant, Seal before) {
        return new Seal(
                number, at, first, last, operations, changes, key, content, by.mac(signed(tenant, before.mac())));
    }

    private byte[] signed(UUID tenant, byte[] before) {
        return new Content("seal")
                .put(before)
                .put(tenant)
                .put(number)
                .put(at)
                .put(first)
                .put(last)
                .put(operations)
                .put(changes)
                .put(key)
                .put(content)
                .bytes();
    }

    String hex() {
        return HexFormat.of().formatHex(mac);
    }
}

package relais.platform.tenancy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Time-ordered ids (UUID version 7, RFC 9562), made here and never by the database. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastMillis;
    private static int sequence;

    private Ids() {}

    /** A new id that sorts where this moment lies. */
    public static UUID at(Instant moment) {
        long high = moment.toEpochMilli() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        return new UUID(high, RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }

    /** What sorts before every id of this moment and behind every earlier one. */
    public static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000L, 0x8000000000000000L);
    }

    /** A new id, later than every id made before by this process. */
    public static synchronized UUID next() {
        long now = System.currentTimeMillis();
        if (now > lastMillis) {
            lastMillis = now;
            sequence = RANDOM.nextInt(0x800);
        } else if (++sequence > 0xFFF) {
            lastMillis++;
            sequence = 0;
        }
        long high = lastMillis << 16 | 0x7000L | sequence;
        long low = RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}

package relais.identity.factors;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes that an application makes of a shared secret and the time (RFC 6238: SHA-1, six digits, thirty seconds). */
final class Totp {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    /** How many steps a clock may be wrong. */
    private static final int TOLERATED = 1;
    /** How wrong a clock may be for us to recognise it: half an hour. */
    private static final int RECOGNISED = 60;

    private Totp() {}

    /** A new secret, as applications take it. */
    static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeToString(bytes).replace("=", "");
    }

    /** The step that this code belongs to: about now, and later than the last one that was used. */
    static OptionalLong step(String secret, String code, Instant now, long last) {
        return within(secret, code, now, TOLERATED, last);
    }

    /** Whether the code is right at another time, near enough for a clock that is wrong. */
    static boolean wrongClock(String secret, String code, Instant now) {
        return within(secret, code, now, RECOGNISED, 0).isPresent();
    }

    /** What applications read from the picture. */
    static String address(String secret, String email) {
        var label = URLEncoder.encode("Relais:" + email, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Relais";
    }

    static String code(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    private static OptionalLong within(String secret, String code, Instant now, int steps, long last) {
        var typed = code.replaceAll("\\s", "");
        if (!typed.matches("[0-9]{6}")) {
            return OptionalLong.empty();
        }
        return LongStream.rangeClosed(step(now) - steps, step(now) + steps)
                .filter(step -> step > last && same(code(secret, step), typed))
                .max();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}

package relais.records.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import relais.platform.files.Home;

/**
 * The key of this installation's seals. It lies in the data folder or, where several Relais share a database, in the
 * environment: never in the database, so that nobody who writes there can forge a seal.
 */
@Component
class SealKey {
    private final SecretKeySpec key;

    SealKey(Home home, @Value("${relais.seal.key:}") String given) {
        var secret = given.isBlank() ? home.secret("seal") : given.strip();
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** What tells this key from others without giving it away. */
    String name() {
        return HexFormat.of().formatHex(mac("name".getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    /** HMAC-SHA-256 of the content. */
    byte[] mac(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stands in place of a salt whose values were erased: only this key can make it. */
    byte[] mark(byte[] digest) {
        return mac(new Content("erased").put(digest).bytes());
    }
}

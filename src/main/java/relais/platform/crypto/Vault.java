package relais.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import relais.platform.files.Home;
import relais.platform.tenancy.Tenancy;

/**
 * Keeps secrets of the current workspace encrypted at rest (AES-256-GCM): each workspace and purpose has a key of its
 * own, made from the installation's, and a text that was sealed for one does not open for another.
 */
@Component
public class Vault {
    private static final byte EDITION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] master;

    Vault(Home home) {
        this.master = HexFormat.of().parseHex(home.secret("vault"));
    }

    /** The text, encrypted for this purpose in the current workspace. */
    public byte[] seal(String purpose, String text) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(EDITION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The text that was sealed; fails when it was altered, or sealed for something else. */
    public String open(String purpose, byte[] sealed) {
        if (sealed.length <= 1 + NONCE || sealed[0] != EDITION) {
            throw new IllegalStateException("This is no sealed text of this edition");
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        var text = run(Cipher.DECRYPT_MODE, purpose, nonce, Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length));
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text of the purpose " + purpose + " cannot be handled", e);
        }
    }

    private byte[] key(String purpose) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(master, "HmacSHA256"));
        return mac.doFinal((Tenancy.id() + "\n" + purpose).getBytes(StandardCharsets.UTF_8));
    }
}

package relais.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import relais.platform.files.Home;
import relais.platform.tenancy.Tenancy;

/**
 * Encrypts what must be read again but never lie open in the database (AES-256-GCM), bound to what it is for.
 *
 * <p>The key lies in the data folder, where backups find it, or comes as {@code RELAIS_SECRET_KEY}, which several nodes
 * share; {@code RELAIS_SECRET_KEYS_FORMER} names those that still open what they sealed.
 */
@Component
public class Vault {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODE = Base64.getUrlEncoder().withoutPadding();
    private static final int SHORTEST = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final String current;

    Vault(
            Home home,
            @Value("${relais.secret-key:${RELAIS_SECRET_KEY:}}") String given,
            @Value("${relais.secret-keys-former:${RELAIS_SECRET_KEYS_FORMER:}}") String former) {
        var secrets = new ArrayList<String>();
        if (!given.isBlank()) {
            secrets.add(longEnough(given.strip()));
        }
        secrets.add(home.secret("vault"));
        secrets.addAll(List.of(former.split("\\s*,\\s*")));
        secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .forEach(secret -> keys.putIfAbsent(id(secret), key(secret)));
        current = id(secrets.getFirst());
    }

    private static String longEnough(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("RELAIS_SECRET_KEY must have at least " + SHORTEST + " characters.");
        }
        return secret;
    }

    /** The text, encrypted for this purpose in the current workspace. */
    public byte[] seal(String purpose, String text) {
        return keep(inWorkspace(purpose), text).getBytes(StandardCharsets.US_ASCII);
    }

    /** What was sealed for this purpose in the current workspace; fails when it was altered. */
    public String open(String purpose, byte[] sealed) {
        return read(inWorkspace(purpose), new String(sealed, StandardCharsets.US_ASCII));
    }

    private static String inWorkspace(String purpose) {
        return Tenancy.id() + "\n" + purpose;
    }

    /** The text, encrypted for this purpose, whatever the workspace. */
    public String keep(String purpose, String text) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, key(current, purpose), nonce, purpose);
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return "1." + current + "." + ENCODE.encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was kept for this purpose; fails when it was altered, or its key is not here any more. */
    public String read(String purpose, String sealed) {
        var parts = sealed.split("\\.", 3);
        if (parts.length != 3 || !parts[0].equals("1") || !keys.containsKey(parts[1])) {
            throw new IllegalStateException("The key that sealed a secret is missing: set RELAIS_SECRET_KEYS_FORMER");
        }
        try {
            var whole = Base64.getUrlDecoder().decode(parts[2]);
            var nonce = Arrays.copyOf(whole, NONCE);
            var cipher = cipher(Cipher.DECRYPT_MODE, key(parts[1], purpose), nonce, purpose);
            return new String(cipher.doFinal(whole, NONCE, whole.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret was changed, or sealed for something else", e);
        }
    }

    /** A fingerprint of the text that tells nothing without the key. */
    public String fingerprint(String purpose, String text) {
        return fingerprint(current, purpose, text);
    }

    /** Every fingerprint that the text may have been stored under, whatever key was the current one then. */
    public List<String> fingerprints(String purpose, String text) {
        return keys.keySet().stream()
                .map(key -> fingerprint(key, purpose, text))
                .toList();
    }

    private String fingerprint(String key, String purpose, String text) {
        return ENCODE.encodeToString(mac(key(key, "fingerprint " + purpose), text));
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key(String id, String purpose) {
        return mac(keys.getOrDefault(id, new byte[0]), purpose);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key(String secret) {
        return mac("relais vault 1".getBytes(StandardCharsets.UTF_8), secret);
    }

    private static String id(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key(secret));
            return ENCODE.encodeToString(Arrays.copyOf(digest, 6));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package relais.identity.door;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import relais.platform.web.Crowded;

/** Hashes passwords by Argon2id, never more at once than the machine can bear. */
@Component
public class Passwords {
    private static final int LONGEST = 1000;
    private static final int PATIENCE_SECONDS = 3;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore room =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** Made beside the start, which would wait for it otherwise. */
    private final CompletableFuture<String> nobodys =
            CompletableFuture.supplyAsync(() -> argon2.encode(Tokens.random()));

    /** What is stored of a password. */
    public String hash(String password) {
        return bounded(() -> argon2.encode(normal(password)));
    }

    /** Whether this is the password; takes as long when there is none to compare with. */
    boolean matches(String password, Optional<String> hash) {
        boolean same = bounded(() -> argon2.matches(normal(password), hash.orElseGet(nobodys::join)));
        return same && hash.isPresent();
    }

    /** The same letters typed on another keyboard are the same password; beyond a limit nothing is read. */
    private static String normal(String password) {
        var read = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        return Normalizer.normalize(read, Normalizer.Form.NFC);
    }

    <T> T bounded(Supplier<T> work) {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Crowded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Crowded();
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}

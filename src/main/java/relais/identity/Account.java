package relais.identity;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A person who can sign in to this installation, whatever the workspaces they belong to. */
public record Account(
        UUID id,
        String email,
        String name,
        Optional<String> passwordHash,
        Locale locale,
        ZoneId zone,
        boolean disabled) {

    /** The form of an e-mail in which two spellings of the same address are equal. */
    public static String key(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

package relais.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/** Short names of workspaces for addresses and commands. */
final class Slugs {
    private Slugs() {}

    /** The name without accents and spaces, and the end of the id so that two companies may share a name. */
    static String of(String name, UUID id) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var end = id.toString().substring(32);
        return plain.isEmpty() ? end : plain.substring(0, Math.min(plain.length(), 40)) + "-" + end;
    }
}

package relais.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses: strict enough to catch mistakes, lenient enough for every address that mail reaches. */
public final class Emails {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern SCHEME = Pattern.compile("^(?i)mailto:");
    private static final Pattern LOCAL_PART = Pattern.compile("[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\]+");
    private static final Pattern DOMAIN =
            Pattern.compile("([\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?\\.)+"
                    + "[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])");

    private Emails() {}

    /** The address in lower case, or nothing when it can't be one. */
    public static Optional<String> parse(String raw) {
        var typed = SCHEME.matcher(raw.strip()).replaceFirst("");
        if (typed.length() > LONGEST || typed.indexOf('@') != typed.lastIndexOf('@')) {
            return Optional.empty();
        }
        return split(Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    private static Optional<String> split(String address) {
        int at = address.indexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        var local = address.substring(0, at);
        var domain = address.substring(at + 1);
        boolean sound = LOCAL_PART.matcher(local).matches()
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && DOMAIN.matcher(domain).matches();
        return sound ? Optional.of(address) : Optional.empty();
    }
}

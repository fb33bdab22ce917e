package relais.platform.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers: typed in any national form, kept as E.164, shown as people of the region write them. */
public final class Phones {
    /** The region of numbers without a country code, when the workspace says nothing else. */
    public static final String DEFAULT_REGION = "FR";

    private static final int LONGEST_INPUT = 60;
    private static final Pattern SCHEME = Pattern.compile("^(?i)(tel|callto):");
    /** A number of the default region in E.164: it stays as it is, and an import reads each number twice. */
    private static final Pattern READ_ALREADY = Pattern.compile("\\+33[1-9]\\d{8}");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private Phones() {}

    /** The number in E.164, or nothing when it can't be one. */
    public static Optional<String> parse(String raw, String region) {
        if (READ_ALREADY.matcher(raw).matches()) {
            return Optional.of(raw);
        }
        var typed = SCHEME.matcher(raw.strip()).replaceFirst("").strip();
        if (typed.isEmpty()
                || typed.length() > LONGEST_INPUT
                || LETTER.matcher(typed).find()) {
            return Optional.empty();
        }
        return read(typed, region).filter(Phones::possible).map(n -> format(n, PhoneNumberFormat.E164));
    }

    /** The number as written inside this region; numbers of other countries with their code. */
    public static String national(String e164, String region) {
        return read(e164, region)
                .map(n -> format(n, home(n, region) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL))
                .orElse(e164);
    }

    /** The number as written from abroad. */
    public static String international(String e164) {
        return read(e164, DEFAULT_REGION)
                .map(n -> format(n, PhoneNumberFormat.INTERNATIONAL))
                .orElse(e164);
    }

    private static Optional<PhoneNumber> read(String typed, String region) {
        try {
            return Optional.of(PhoneNumberUtil.getInstance().parse(typed, region));
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /** The right length is enough: number ranges change more often than Relais is updated. */
    private static boolean possible(PhoneNumber number) {
        return PhoneNumberUtil.getInstance().isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    private static boolean home(PhoneNumber number, String region) {
        return number.getCountryCode() == PhoneNumberUtil.getInstance().getCountryCodeForRegion(region);
    }

    private static String format(PhoneNumber number, PhoneNumberFormat format) {
        return PhoneNumberUtil.getInstance().format(number, format);
    }
}

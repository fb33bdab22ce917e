package relais.platform.text;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people and machines write them in French and English. */
public final class Numbers {
    private static final int LONGEST = 60;
    private static final int LARGEST_EXPONENT = 30;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u2009\\u202F]");
    private static final Pattern SPACED = Pattern.compile("\\d{1,3}( \\d{3})+([.,]\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+([.,]\\d+)?|[.,]\\d+");
    private static final Pattern COMMA_GROUPS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DOT_GROUPS = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d+|\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern SWISS_GROUPS = Pattern.compile("\\d{1,3}(['’]\\d{3})+([.,]\\d+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?[eE][+-]?\\d{1,2}");
    private static final Pattern CURRENCY = Pattern.compile(
            "^(€|\\$|£|CHF|EUR|USD|GBP|CAD|¥|JPY)\\s*|\\s*(€|\\$|£|CHF|EUR|USD|GBP|CAD|¥|JPY)$",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY");

    private Numbers() {}

    /** The number, or nothing; one currency sign is passed over, a percent sign is not a number. */
    public static Optional<BigDecimal> parse(String raw, Locale locale) {
        if (raw.length() > LONGEST) {
            return Optional.empty();
        }
        var text = SPACES.matcher(raw).replaceAll(" ").strip().replace('\u2212', '-');
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        if (bracketed) {
            text = text.substring(1, text.length() - 1).strip();
        }
        var unsigned = withoutSign(text);
        var bare = CURRENCY.matcher(unsigned).replaceAll("").strip();
        var digits = unsigned.equals(text) ? withoutSign(bare) : bare;
        boolean negative = bracketed || text.startsWith("-") || bare.startsWith("-");
        return magnitude(digits, locale).map(n -> negative ? n.negate() : n).map(Numbers::canonical);
    }

    /** The currency that an amount is written with, when it is. */
    public static Optional<Currency> currency(String raw) {
        var matcher = CURRENCY.matcher(withoutSign(raw.strip()));
        if (!matcher.find()) {
            return Optional.empty();
        }
        var sign = matcher.group().strip().toUpperCase(Locale.ROOT);
        return Optional.of(Currency.getInstance(SIGNS.getOrDefault(sign, sign)));
    }

    /** The same number without trailing zeros and without an exponent. */
    public static BigDecimal canonical(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String withoutSign(String text) {
        return text.startsWith("-") || text.startsWith("+") ? text.substring(1).strip() : text;
    }

    private static Optional<BigDecimal> magnitude(String text, Locale locale) {
        if (PLAIN.matcher(text).matches()) {
            return plain(text, locale);
        }
        if (SPACED.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(" ", "").replace(',', '.')));
        }
        if (COMMA_GROUPS.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(",", "")));
        }
        if (DOT_GROUPS.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        if (SWISS_GROUPS.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replaceAll("['’]", "").replace(',', '.')));
        }
        return SCIENTIFIC.matcher(text).matches() ? scientific(text) : Optional.empty();
    }

    /** One comma before exactly three digits groups thousands in English and begins decimals in French. */
    private static Optional<BigDecimal> plain(String text, Locale locale) {
        boolean grouped =
                !locale.getLanguage().equals("fr") && COMMA_GROUPS.matcher(text).matches() && !text.startsWith("0,");
        return Optional.of(new BigDecimal(grouped ? text.replace(",", "") : text.replace(',', '.')));
    }

    private static Optional<BigDecimal> scientific(String text) {
        var number = new BigDecimal(text.replace(',', '.'));
        int exponent =
                Integer.parseInt(text.substring(text.toLowerCase(Locale.ROOT).indexOf('e') + 1));
        return Math.abs(exponent) > LARGEST_EXPONENT ? Optional.empty() : Optional.of(number);
    }
}

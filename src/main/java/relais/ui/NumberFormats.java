package relais.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Figures by language: French groups by a no-break space and writes the unit after, English before. */
final class NumberFormats {
    static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final DecimalFormatSymbols FRENCH = symbols(Locale.FRENCH, NO_BREAK);
    private static final DecimalFormatSymbols ENGLISH = symbols(Locale.ENGLISH, ',');

    // Reading a pattern takes longer than copying what was read; a format itself serves one thread at a time.
    private static final Map<Figures, DecimalFormat> READ = new ConcurrentHashMap<>();

    private NumberFormats() {}

    private record Figures(String pattern, boolean french) {}

    static String number(Number value, Locale locale) {
        return format("#,##0.##########", locale).format(value);
    }

    static String percent(double share, Locale locale) {
        var figure = format("#,##0.#", locale).format(BigDecimal.valueOf(share).movePointRight(2));
        return french(locale) ? figure + NO_BREAK + "%" : figure + "%";
    }

    static String money(BigDecimal amount, Currency currency, boolean cents, Locale locale) {
        var figure = figure(amount.abs(), currency, cents, locale);
        var unit = unit(currency, locale);
        var sign = sign(amount, currency, cents);
        return french(locale) ? sign + figure + NO_BREAK + unit : sign + unit + figure;
    }

    static String figure(BigDecimal amount, Currency currency, boolean cents, Locale locale) {
        int digits = cents ? Math.max(0, currency.getDefaultFractionDigits()) : 0;
        var format = format("#,##0", locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount);
    }

    /** The sign of what is shown: an amount that rounds to nothing has none. */
    static String sign(BigDecimal amount, Currency currency, boolean cents) {
        int digits = cents ? Math.max(0, currency.getDefaultFractionDigits()) : 0;
        return amount.setScale(digits, RoundingMode.HALF_UP).signum() < 0 ? String.valueOf(MINUS) : "";
    }

    static String unit(Currency currency, Locale locale) {
        var symbol = currency.getSymbol(locale);
        boolean letters = symbol.codePoints().anyMatch(Character::isLetter);
        return letters && !french(locale) ? symbol + NO_BREAK : symbol.replace('\u202f', NO_BREAK);
    }

    static boolean french(Locale locale) {
        return locale.getLanguage().equals("fr");
    }

    private static DecimalFormat format(String pattern, Locale locale) {
        return (DecimalFormat) READ.computeIfAbsent(new Figures(pattern, french(locale)), NumberFormats::read)
                .clone();
    }

    private static DecimalFormat read(Figures figures) {
        var format = new DecimalFormat(figures.pattern(), figures.french() ? FRENCH : ENGLISH);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private static DecimalFormatSymbols symbols(Locale locale, char groups) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setGroupingSeparator(groups);
        symbols.setMinusSign(MINUS);
        return symbols;
    }
}

package relais.records.imports.columns;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import relais.platform.text.Fold;

/** Countries by their French and English names and codes. */
public final class Countries {
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The two-letter code of the country that the text names. */
    public static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(Fold.key(text)));
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            codes.put(Fold.key(code), code);
            codes.put(Fold.key(country.getISO3Country()), code);
            codes.put(Fold.key(country.getDisplayCountry(Locale.ENGLISH)), code);
            codes.put(Fold.key(country.getDisplayCountry(Locale.FRENCH)), code);
        }
        codes.putAll(Map.of(
                "usa",
                "US",
                "united states of america",
                "US",
                "etats unis d amerique",
                "US",
                "uk",
                "GB",
                "great britain",
                "GB",
                "england",
                "GB",
                "angleterre",
                "GB",
                "korea",
                "KR",
                "coree",
                "KR",
                "holland",
                "NL"));
        codes.putAll(Map.of("south korea", "KR", "russia", "RU", "czech republic", "CZ", "pays bas", "NL"));
        return Map.copyOf(codes);
    }
}

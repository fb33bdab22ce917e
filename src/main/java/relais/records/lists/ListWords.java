package relais.records.lists;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import relais.ui.Formats;
import relais.ui.Words;

/** Small words of lists. */
public final class ListWords {
    private ListWords() {}

    /** The text with a capital at its beginning. */
    public static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }

    /** How many, exactly or "more than". */
    public static String count(Count count) {
        return count.more() ? Words.t("list.count.more", count.n()) : Formats.number(count.n());
    }

    /** An address with one more parameter. */
    public static String more(String href, String name, String value) {
        return href + (href.contains("?") ? "&" : "?") + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

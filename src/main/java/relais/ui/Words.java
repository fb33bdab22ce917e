package relais.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every sentence of the product: the message files of all modules, read as one. */
public final class Words {
    /** The languages of the product, the first one by default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private static final Pattern SPACE_AT_SIGN = Pattern.compile(" (?=[;:!?%»€])|(?<=«) ");
    private static final Map<String, Map<String, String>> BUNDLES = new ConcurrentHashMap<>();
    // Reading a pattern takes ten times as long as filling it in; a format itself serves one thread at a time.
    private static final Map<Sentence, MessageFormat> READ = new ConcurrentHashMap<>();

    private Words() {}

    private record Sentence(String pattern, Locale locale) {}

    /** The words of this key in the language of the current page. */
    public static String t(String key, @Nullable Object... args) {
        return in(Face.language(), key, args);
    }

    /** The words of this key in this language; an unknown key shows itself. */
    public static String in(Locale locale, String key, @Nullable Object... args) {
        var pattern = bundle(locale).get(key);
        if (pattern == null) {
            return key;
        }
        return args.length == 0 ? pattern : filled(pattern, locale, args);
    }

    /** Whether the product has words for this key. */
    public static boolean has(String key) {
        return bundle(Face.language()).containsKey(key);
    }

    /** The words of this key in the language of the current page, or the fallback when there are none. */
    public static String or(String key, String fallback) {
        return has(key) ? t(key) : fallback;
    }

    /** The language of the product nearest to the asked one. */
    public static Locale nearest(Locale asked) {
        return asked.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    static SortedSet<String> keys(Locale locale) {
        return new TreeSet<>(bundle(locale).keySet());
    }

    static void forget() {
        BUNDLES.clear();
        READ.clear();
    }

    private static Map<String, String> bundle(Locale locale) {
        return BUNDLES.computeIfAbsent(nearest(locale).getLanguage(), Words::load);
    }

    private static String filled(String pattern, Locale locale, @Nullable Object[] args) {
        var written = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            written[i] = Formats.inSentence(args[i], locale);
        }
        var plain = plain(pattern, written);
        if (plain != null) {
            return plain;
        }
        var format = READ.computeIfAbsent(new Sentence(pattern, locale), s -> new MessageFormat(pattern, locale));
        return ((MessageFormat) format.clone()).format(written).replace('\u202f', '\u00a0');
    }

    /** Most sentences are words with texts in between, which need no format; null for the others. */
    private static @Nullable String plain(String pattern, Object[] args) {
        if (pattern.indexOf('\'') >= 0) {
            return null;
        }
        var sentence = new StringBuilder(pattern.length() + 40);
        int done = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', done)) {
            int arg = pattern.startsWith("}", open + 2) ? pattern.charAt(open + 1) - '0' : -1;
            if (arg < 0 || arg >= args.length || !(args[arg] instanceof String text)) {
                return null;
            }
            sentence.append(pattern, done, open).append(text);
            done = open + 3;
        }
        return sentence.append(pattern, done, pattern.length()).toString().replace('\u202f', '\u00a0');
    }

    /** In French a sign never starts a line: its space does not break. */
    private static String spaced(String text, String language) {
        return language.equals("fr") ? SPACE_AT_SIGN.matcher(text).replaceAll("\u00a0") : text;
    }

    private static Map<String, String> load(String language) {
        try {
            var words = new TreeMap<String, String>();
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:relais/**/messages_" + language + ".properties");
            for (Resource file : files) {
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    var properties = new Properties();
                    properties.load(reader);
                    properties.forEach((key, value) -> words.put((String) key, spaced((String) value, language)));
                }
            }
            return Map.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

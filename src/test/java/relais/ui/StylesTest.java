package relais.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StylesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern NOT_SELECTORS = Pattern.compile("(?s)/\\*.*?\\*/|url\\([^)]*\\)|\"[^\"]*\"");
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z_][\\w-]*)(?=[^{};]*\\{)");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][\\w-]*");
    private static final Pattern TOKEN = Pattern.compile("(--[\\w-]+):");

    /** Made of a word and a number or a colour's name, or set by htmx. */
    private static final Pattern COMPOSED = Pattern.compile("(hue|part|shade|span|c)-.*|c[1-6]|htmx-request");

    @Test
    void everyClassOfTheStylesheetIsNamedByATemplateOrAScript() {
        var used = words(read(name -> name.matches(".*\\.(jte|js|java)")));
        var unused = new TreeSet<String>();
        var matcher = CLASS.matcher(styles());
        while (matcher.find()) {
            if (!used.contains(matcher.group(1)) && !COMPOSED.matcher(matcher.group(1)).matches()) {
                unused.add(matcher.group(1));
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTokenIsUsed() {
        var styles = styles();
        var unused = new TreeSet<String>();
        var matcher = TOKEN.matcher(styles);
        while (matcher.find()) {
            if (!styles.contains("var(" + matcher.group(1))) {
                unused.add(matcher.group(1));
            }
        }
        assertThat(unused).isEmpty();
    }

    private static String styles() {
        return NOT_SELECTORS.matcher(read(name -> name.endsWith(".css"))).replaceAll("");
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static String read(Predicate<String> wanted) {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> wanted.test(file.toString()))
                    .map(StylesTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

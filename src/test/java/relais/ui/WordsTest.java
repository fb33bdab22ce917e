package relais.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path SOURCES = Path.of("src/main/java/relais");
    private static final Pattern USED =
            Pattern.compile("Words\\s*\\.\\s*(?:t\\(|in\\([^\"()]*,)\\s*\"([\\w.-]+)\"\\s*[,)]");
    private static final Pattern FORBIDDEN = Pattern.compile("(?i)avec succ|veuillez|oups|successfully|please|!(?!=)");
    private static final Pattern BREAKABLE = Pattern.compile("\\p{L} [;:!?»%]|« ");

    @Test
    void everyModuleHasTheSameWordsInBothLanguages() throws IOException {
        for (var french : files("messages_fr.properties")) {
            var english = french.resolveSibling("messages_en.properties");
            assertThat(english).as("the English twin of " + french).exists();
            assertThat(read(english).keySet())
                    .as(french.getParent().toString())
                    .isEqualTo(read(french).keySet());
        }
        assertThat(files("messages_en.properties")).hasSameSizeAs(files("messages_fr.properties"));
    }

    @Test
    void everyWordThatIsUsedExists() throws IOException {
        var missing = new ArrayList<String>();
        for (var file : sources()) {
            var used = USED.matcher(Files.readString(file));
            while (used.find()) {
                if (!Words.keys(Locale.FRENCH).contains(used.group(1))) {
                    missing.add(SOURCES.relativize(file) + ": " + used.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyIsDefinedTwice() throws IOException {
        var places = new TreeMap<String, Path>();
        var twice = new ArrayList<String>();
        for (var file : files("messages_fr.properties")) {
            for (var key : read(file).keySet()) {
                if (places.put(key, file) != null) {
                    twice.add(key + " in " + file);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everySentenceIsAPatternThatCanBeFilled() throws IOException {
        for (var name : List.of("messages_fr.properties", "messages_en.properties")) {
            for (var file : files(name)) {
                read(file).forEach((key, text) -> {
                    assertThat(text)
                            .as(file + ": " + key + " (typographic apostrophe)")
                            .doesNotContain("'");
                    assertThat(new MessageFormat(text, Locale.FRENCH).toPattern())
                            .as(key)
                            .isNotNull();
                });
            }
        }
    }

    @Test
    void theVoiceIsCalm() throws IOException {
        var wrong = new ArrayList<String>();
        for (var name : List.of("messages_fr.properties", "messages_en.properties")) {
            for (var file : files(name)) {
                read(file).forEach((key, text) -> {
                    if (FORBIDDEN.matcher(text).find()) {
                        wrong.add(file.getParent().getFileName() + " " + key + ": " + text);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void frenchSignsNeverStartALine() {
        for (var key : Words.keys(Locale.FRENCH)) {
            assertThat(Words.in(Locale.FRENCH, key)).as(key).doesNotContainPattern(BREAKABLE);
        }
    }

    @Test
    void anUnknownKeyShowsItself() {
        assertThat(Words.t("no.such.key", 1)).isEqualTo("no.such.key");
        assertThat(Words.has("no.such.key")).isFalse();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().matches(".*\\.(java|jte)")).toList();
        }
    }

    private static List<Path> files(String name) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(f -> f.endsWith(name)).sorted().toList();
        }
    }

    private static TreeMap<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var words = new TreeMap<String, String>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return words;
    }
}

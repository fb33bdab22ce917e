package relais.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final Path SOURCES = Path.of("src/main/java/relais");
    private static final Pattern INLINE = Pattern.compile(
            "\\sstyle\\s*=|\\son[a-z]+\\s*=|\\shx-on|javascript:|js:|\\$unsafe|<style", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]*\\bnonce=)");
    private static final Pattern ICON =
            Pattern.compile("template\\.ui\\.icon\\(\\s*name\\s*=\\s*\"([\\w-]+)\"|\\bicon\\s*=\\s*\"([\\w-]+)\"");
    private static final Pattern RAW_COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(");
    private static final Pattern PHYSICAL = Pattern.compile(
            "(?<![\\w-])(?:margin|padding|border)-(?:left|right|top|bottom)\\s*:|(?<![\\w-])(?:left|right)\\s*:");

    @Test
    void noTemplateCarriesStylesHandlersOrRawMarkup() throws IOException {
        assertThat(matches(INLINE, ".jte")).isEmpty();
    }

    @Test
    void everyScriptHasTheNonce() throws IOException {
        assertThat(matches(SCRIPT, ".jte")).isEmpty();
    }

    @Test
    void everyPostingFormCarriesTheToken() throws IOException {
        var without = new ArrayList<String>();
        for (var file : files(".jte")) {
            var text = Files.readString(file);
            int forms = count(text, "method=\"post\"");
            if (count(text, "@template.ui.token()") < forms) {
                without.add(SOURCES.relativize(file).toString());
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void everyIconIsInTheSprite() throws IOException {
        var sprite = Files.readString(Path.of("src/main/resources/static/face/icons.svg"));
        Set<String> known = Pattern.compile("id=\"([\\w-]+)\"")
                .matcher(sprite)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toSet());
        var missing = new ArrayList<String>();
        for (var file : files(".jte")) {
            ICON.matcher(Files.readString(file)).results().forEach(found -> {
                var name = found.group(1) == null ? found.group(2) : found.group(1);
                if (!known.contains(name)) {
                    missing.add(SOURCES.relativize(file) + ": " + name);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void stylesUseTokensAndLogicalProperties() throws IOException {
        assertThat(matches(RAW_COLOUR, ".css")).isEmpty();
        assertThat(matches(PHYSICAL, ".css")).isEmpty();
    }

    @Test
    void everyStyleLiesInALayer() throws IOException {
        for (var file : files(".css")) {
            assertThat(Files.readString(file)).as(file.toString()).contains("@layer ");
        }
    }

    @Test
    void filesStaySmall() throws IOException {
        var large = new ArrayList<String>();
        for (var kind : List.of(".jte:60", ".css:250", ".js:120")) {
            int most = Integer.parseInt(kind.substring(kind.indexOf(':') + 1));
            for (var file : files(kind.substring(0, kind.indexOf(':')))) {
                long lines = Files.readString(file).lines().count();
                if (lines > most) {
                    large.add(SOURCES.relativize(file) + " has " + lines + " lines");
                }
            }
        }
        assertThat(large).isEmpty();
    }

    private static List<String> matches(Pattern pattern, String ending) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(ending)) {
            var matcher = pattern.matcher(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""));
            while (matcher.find()) {
                found.add(SOURCES.relativize(file) + ": " + matcher.group().strip());
            }
        }
        return found;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static List<Path> files(String ending) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}

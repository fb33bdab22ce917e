package relais.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import relais.ui.Rendered;
import relais.ui.Theme;
import relais.ui.Words;

class DesignPageTest {
    @Test
    void showsEveryComponentInBothLanguagesAndThemes() throws IOException {
        for (Locale locale : Words.LANGUAGES) {
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                var html = Rendered.page("ui/design/index", Map.of("page", new DesignPages.Show()), locale, theme);
                keep("design-" + locale + "-" + theme.code(), html);
                var page = Jsoup.parse(html);
                assertThat(page.select("main .panel > header h2")).hasSizeGreaterThan(10);
                assertThat(page.select("main").text()).doesNotContain("design.").doesNotContain("ui.");
                assertThat(page.select("[style], [onclick]")).isEmpty();
            }
        }
    }

    private static void keep(String name, String html) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "face"));
        Files.writeString(folder.resolve(name + ".html"), html);
    }
}

package relais.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final int FIRST_PAGE = 150_000;
    private static final int STYLES = 15_360;

    @Test
    void theFilesOfTheFirstPageFitTheBudget() {
        int sum = Assets.all().values().stream()
                .mapToInt(asset -> asset.isPacked() ? asset.packed().length : asset.plain().length)
                .sum();
        assertThat(sum).isLessThan(FIRST_PAGE - 20_000);
        assertThat(Assets.all().get("relais.css").packed().length).isLessThan(STYLES);
    }

    @Test
    void addressesChangeWithTheContentOnly() {
        var one = Asset.of("a.css", "text/css", "x".getBytes(StandardCharsets.UTF_8));
        assertThat(Asset.of("a.css", "text/css", "x".getBytes(StandardCharsets.UTF_8))
                        .url())
                .isEqualTo(one.url());
        assertThat(Asset.of("a.css", "text/css", "y".getBytes(StandardCharsets.UTF_8))
                        .url())
                .isNotEqualTo(one.url());
        assertThat(one.url()).matches("/assets/a-[0-9a-f]{10}\\.css");
    }

    @Test
    void layersAreOrderedBeforeAnyRule() {
        assertThat(text("relais.css")).startsWith("@layer reset,tokens,base,layout,components,screens,utilities;");
    }

    @Test
    void theStylesheetPointsToHashedFiles() {
        assertThat(text("relais.css")).contains("url(" + Assets.url("hanken-grotesk-latin.woff2") + ")");
    }

    @Test
    void theScriptHoldsHtmxAndTheComponents() throws IOException {
        assertThat(text("relais.js")).contains("htmx").contains("relais-toast").doesNotContain("eval(\"");
        keep();
    }

    private static String text(String name) {
        return new String(Assets.all().get(name).plain(), StandardCharsets.UTF_8);
    }

    private static void keep() throws IOException {
        for (var asset : Assets.all().values()) {
            var file = Path.of("target/face" + asset.url());
            Files.createDirectories(file.getParent());
            Files.write(file, asset.plain());
        }
    }
}

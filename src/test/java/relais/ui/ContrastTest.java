package relais.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double OUTLINE = 3;

    @Test
    void everyPairOfTextAndGroundIsReadableInBothThemes() throws IOException {
        var palette = Palette.of(Files.readString(Path.of("src/main/java/relais/ui/tokens.css")));
        var weak = new ArrayList<String>();
        for (var pair : pairs()) {
            for (var theme : Theme.values()) {
                if (theme != Theme.SYSTEM) {
                    double ratio = palette.ratio(pair.ink(), pair.ground(), theme == Theme.DARK);
                    if (ratio < pair.least()) {
                        weak.add("%s %s on %s: %.2f".formatted(theme, pair.ink(), pair.ground(), ratio));
                    }
                }
            }
        }
        assertThat(weak).isEmpty();
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        var palette =
                Palette.of("--a: light-dark(oklch(0 0 0), oklch(1 0 0)); --b: light-dark(oklch(1 0 0), oklch(0 0 0));");
        assertThat(palette.ratio("a", "b", false)).isBetween(20.99, 21.01);
        assertThat(palette.ratio("a", "a", true)).isEqualTo(1);
    }

    private record Pair(String ink, String ground, double least) {}

    private static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        cross(
                pairs,
                "ink ink-2 ink-3",
                "sheet canvas sunken raised hover/sheet hover/canvas press/sheet accent-tint bad-tint warn-tint good-tint",
                TEXT);
        for (var meaning : List.of("bad", "warn", "good")) {
            cross(pairs, meaning, "sheet sunken raised canvas accent-tint " + meaning + "-tint", TEXT);
        }
        cross(pairs, "accent-ink", "sheet canvas sunken raised accent-tint", TEXT);
        cross(pairs, "on-accent", "accent accent-hover", TEXT);
        cross(pairs, "sheet", "ink", TEXT);
        for (var metal : List.of("platine", "or", "argent", "bronze")) {
            cross(pairs, metal, "sheet raised accent-tint hover/sheet " + metal + "-tint", TEXT);
        }
        cross(pairs, "ink", "d1 d2", TEXT);
        cross(pairs, "control focus", "sheet canvas sunken raised", OUTLINE);
        cross(pairs, "d4 d5 d6 dx", "sheet", OUTLINE);
        cross(pairs, "d3", "sheet", 1.8);
        return pairs;
    }

    private static void cross(List<Pair> pairs, String inks, String grounds, double least) {
        for (var ink : inks.split(" ")) {
            for (var ground : grounds.split(" ")) {
                pairs.add(new Pair(ink, ground, least));
            }
        }
    }
}

package relais.setup.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** The lines of one word list; the parts of a line are separated by bars. */
record SeedWords(List<String[]> lines) {
    static SeedWords of(String name) {
        try (var file = SeedWords.class.getResourceAsStream("/setup/seed/" + name + ".txt")) {
            var text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return new SeedWords(text.lines().map(l -> l.split("\\|", -1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String[] any(SplittableRandom random) {
        return lines.get(random.nextInt(lines.size()));
    }

    String word(SplittableRandom random) {
        return any(random)[0];
    }
}

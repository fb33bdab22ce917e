package relais.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Lines of the word lists from which the demonstration is made; the parts of a line are separated by bars. */
record DemoWords(List<String[]> lines) {
    static DemoWords of(String name) {
        try (var file = DemoWords.class.getResourceAsStream("/setup/demonstration/" + name + ".txt")) {
            var text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return new DemoWords(text.lines()
                    .filter(l -> !l.isBlank())
                    .map(l -> l.split("\\|", -1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String[] any(Random random) {
        return lines.get(random.nextInt(lines.size()));
    }

    String word(Random random) {
        return any(random)[0];
    }
}

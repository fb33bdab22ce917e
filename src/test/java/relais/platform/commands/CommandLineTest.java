package relais.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void optionsMayStandAnywhereAndTheRestIsTheCommandsOwn() {
        var line = CommandLine.of(List.of("restore", "copy.relais", "--home", "/srv/x"));
        assertThat(line.command()).isEqualTo("restore");
        assertThat(line.words()).containsExactly("copy.relais");
        assertThat(line.home().path()).isEqualTo(Path.of("/srv/x"));
    }

    @Test
    void nothingTypedMeansStart() {
        assertThat(CommandLine.of(List.of("--port", "8081", "--demo")))
                .isEqualTo(new CommandLine("start", List.of(), List.of("--relais.port=8081", "--relais.demo=true")));
    }

    @Test
    void onlyAStartServes() {
        assertThat(CommandLine.of(List.of("start")).properties()).doesNotContain("--relais.serving=false");
        assertThat(CommandLine.of(List.of("user", "list")).properties()).contains("--relais.serving=false");
    }

    @Test
    void wordsOfACommandAreLeftAlone() {
        var line = CommandLine.of(List.of("user", "add", "lea@example.org", "--name", "Léa Martin"));
        assertThat(line.words()).containsExactly("add", "lea@example.org", "--name", "Léa Martin");
    }
}

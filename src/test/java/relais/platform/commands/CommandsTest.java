package relais.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.RelaisTest;

@RelaisTest
class CommandsTest {
    @Autowired
    List<Command> commands;

    @Test
    void theListOfTheScriptNamesEveryCommandOfTheModules() throws IOException {
        var script = Files.readString(Path.of("relais"));
        assertThat(commands).extracting(Command::name).contains("user", "token", "seed", "load");
        assertThat(commands).allSatisfy(each -> assertThat(script).contains("\n./relais " + each.name() + " "));
    }
}

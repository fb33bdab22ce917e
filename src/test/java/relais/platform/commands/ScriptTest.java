package relais.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Path SCRIPT = Path.of("relais").toAbsolutePath();

    @Test
    void eachPartIsShortEnoughToBeRead() throws IOException {
        int length = 0;
        for (String line : Files.readAllLines(SCRIPT)) {
            length = line.matches("\\w+\\(\\) \\{") ? 0 : length + 1;
            if (line.equals("}")) {
                assertThat(length).as("lines of the function that ends here").isLessThanOrEqualTo(30);
            }
        }
    }

    @Test
    void helpNamesEveryCommandOfTheScript() throws Exception {
        String script = Files.readString(SCRIPT);
        String help = run("help");
        String commands = script.substring(script.lastIndexOf("case $command in"));
        List<String> names = Pattern.compile("(?m)^    (\\w+)\\) ")
                .matcher(commands)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(names).contains("start", "test", "check", "fmt", "bench");
        assertThat(names).allSatisfy(name -> assertThat(help).contains("./relais " + name));
    }

    @Test
    void anUnknownWordIsRefusedByTheScriptItselfWithTheListOfHelp() throws Exception {
        for (String word : List.of("frob", "prove", "sta", "--frob", "The", "start [--home")) {
            Process process = new ProcessBuilder(SCRIPT.toString(), word)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(word).isEqualTo(2);
            assertThat(said).isEqualTo("There is no command " + word + "; these are all:\n" + run("help"));
        }
    }

    @Test
    void itWorksFromAnyFolder() throws Exception {
        Path folder = Files.createTempDirectory("relais-script-");
        Process process = new ProcessBuilder(SCRIPT.toString(), "help")
                .directory(folder.toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        Files.delete(folder);
    }

    private static String run(String... words) throws Exception {
        Process process = new ProcessBuilder(Path.of("relais").toAbsolutePath().toString(), words[0])
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

package relais.identity.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import relais.Relais;
import relais.platform.database.Folders;
import relais.platform.files.Home;
import relais.platform.files.LeftAddress;
import relais.world.Browser;
import relais.world.Homes;
import relais.world.World;

/** One installation from its first start by environment to its end, each program a process of its own. */
class UnattendedStartTest {
    @Test
    void anInstallationIsSetUpByItsEnvironmentAndItsCommandsReachIt() throws Exception {
        var home = Homes.throwaway();
        int port = Homes.freePort();
        var program = Homes.program(Relais.class, "start", "--home", home.path().toString(), "--port", "" + port);
        program.environment().put("RELAIS_ADMIN_EMAIL", "ines@verdier.example");
        program.environment().put("RELAIS_ADMIN_PASSWORD", World.PASSWORD);
        program.environment().put("RELAIS_WORKSPACE", "Maison Verdier");
        var relais = program.redirectErrorStream(true).start();
        try {
            var said = readUntilReady(relais);
            assertThat(said)
                    .as(said)
                    .contains("Relais is ready")
                    .doesNotContain("Set up Relais", World.PASSWORD, "ERROR");
            var browser = Browser.at(port);
            browser.signIn("ines@verdier.example", World.PASSWORD);
            assertThat(browser.page("/sign-in/enrolment").text())
                    .as("the first administrator chooses a second factor")
                    .contains("Maison Verdier");
            assertThat(user(home, "list")).startsWith("0 ines@verdier.example\tines\tmaison-verdier");
            assertThat(user(home, "frob")).startsWith("2 Usage: ./relais user list");
            assertThat(user(home, "reset-link", "ines@verdier.example"))
                    .as("a link leads to the Relais that runs")
                    .startsWith("0 http://localhost:" + port + "/links/");
            stop(relais);
            assertThat(home.path().resolve("relais.address")).doesNotExist();
            new LeftAddress(home).leave("http://localhost:" + port); // as one that is killed does
            assertThat(user(home, "reset-link", "ines@verdier.example")).startsWith("0 http://localhost:8080/links/");
        } finally {
            stop(relais);
            Folders.delete(home.path());
        }
    }

    private static void stop(Process relais) throws InterruptedException {
        relais.destroy();
        assertThat(relais.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static String readUntilReady(Process relais) throws IOException {
        var said = new ArrayList<String>();
        for (var line = relais.inputReader().readLine();
                line != null;
                line = relais.inputReader().readLine()) {
            said.add(line);
            if (line.contains("Relais is ready")) {
                break;
            }
        }
        return String.join("\n", said);
    }

    private static String user(Home home, String... words) throws Exception {
        var line = Stream.concat(Stream.of("user"), Stream.of(words));
        var command = Homes.program(
                        Relais.class,
                        Stream.concat(line, Stream.of("--home", home.path().toString()))
                                .toArray(String[]::new))
                .redirectErrorStream(true)
                .start();
        var said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return command.waitFor() + " " + said.strip();
    }
}

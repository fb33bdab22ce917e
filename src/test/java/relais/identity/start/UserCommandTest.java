package relais.identity.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import relais.platform.commands.Commands;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
@ExtendWith(OutputCaptureExtension.class)
class UserCommandTest {
    @Autowired
    Commands commands;

    @Autowired
    World world;

    @Test
    void eachWordOfTheHelpDoesWhatItSays(CapturedOutput output) {
        var claire = world.verdier().agent();
        assertThat(user("list")).isZero();
        assertThat(output.getOut()).contains(claire.email() + "\t" + claire.name() + "\tmaison-verdier");

        assertThat(user(
                        "add",
                        "neuve@verdier.example",
                        "--name",
                        "Neuve",
                        "--role",
                        "reader",
                        "--workspace",
                        "Maison Verdier"))
                .isZero();
        assertThat(world.browser().page(linkIn(output)).text()).contains("Maison Verdier");
        assertThat(user("add", claire.email(), "--workspace", "Maison Verdier")).isEqualTo(2);
        assertThat(output.getErr()).contains("belongs to the workspace already");

        assertThat(user("reset-link", claire.email())).isZero();
        var browser = world.browser();
        var path = linkIn(output);
        assertThat(browser.page(path).select("input[type=password]")).isNotEmpty();

        assertThat(user("disable", claire.email())).isZero();
        assertThat(enters(claire)).isFalse();
        assertThat(user("enable", claire.email())).isZero();
        assertThat(enters(claire)).isTrue();
    }

    @Test
    void whatIsNotKnownIsSaidInOneSentenceAndTheExitCodeTellsIt(CapturedOutput output) {
        world.verdier();
        said(output, "Usage: ./relais user list | add EMAIL");
        said(output, "Usage:", "frob");
        said(output, "Usage:", "list", "more");
        said(output, "Usage:", "add", "a@b.example", "--rolle", "agent");
        said(output, "Usage:", "disable", "a@b.example", "--role", "agent");
        said(output, "Usage:", "add", "a@b.example", "--name");
        said(output, "Roles are administrator, manager, agent and reader.", "add", "a@b.example", "--role", "king");
        said(output, "e-mail address is missing or incomplete", "add");
        said(output, "e-mail address is missing or incomplete", "add", "ines@");
        said(output, "Name the workspace by --workspace: ", "add", "a@b.example", "--workspace", "nowhere");
        said(output, "Name the workspace by --workspace: ", "add", "a@b.example");
        said(output, "The name must have", "add", "a@b.example", "--workspace", "Maison Verdier", "--name", " ");
        for (var word : List.of("reset-link", "disable", "enable")) {
            said(output, "Nobody has this e-mail address", word, "nobody@verdier.example");
            said(output, "Nobody has this e-mail address", word);
        }
        assertThat(commands.run("frob", List.of())).isEqualTo(2);
        assertThat(output.getErr()).contains("There is no command frob");
    }

    private void said(CapturedOutput output, String sentence, String... words) {
        int before = output.getErr().length();
        assertThat(user(words)).as(String.join(" ", words)).isEqualTo(2);
        assertThat(output.getErr().substring(before).strip().lines())
                .hasSize(1)
                .allMatch(line -> line.contains(sentence));
    }

    private int user(String... words) {
        return commands.run("user", List.of(words));
    }

    private boolean enters(World.Person person) {
        return world.browser()
                        .post("/sign-in", "email", person.email(), "password", World.PASSWORD)
                        .statusCode()
                == 303;
    }

    /** The path of the link printed last. */
    private static String linkIn(CapturedOutput output) {
        return URI.create(output.getOut().strip().lines().toList().getLast()).getPath();
    }
}

package relais.identity.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import relais.identity.Accounts;
import relais.identity.Workspaces;
import relais.identity.door.Links;
import relais.identity.door.PasswordPolicy;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {
    private static final String EMAIL = "RELAIS_ADMIN_EMAIL";
    private static final String PASSWORD = "RELAIS_ADMIN_PASSWORD";
    private static final String WORKSPACE = "RELAIS_WORKSPACE";

    @Autowired
    Installation installation;

    @Autowired
    Links links;

    @Autowired
    PasswordPolicy policy;

    @Autowired
    Accounts accounts;

    @Autowired
    Workspaces workspaces;

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void badValuesGetOneSentenceEachAndTheLinkAndOnlyGoodOnesSetUp(CapturedOutput output) {
        refused(output, "no e-mail address: ines@", Map.of(EMAIL, "ines@", PASSWORD, World.PASSWORD));
        refused(output, "PASSWORD is refused. Too short", Map.of(EMAIL, "ines@verdier.example", PASSWORD, "azerty"));
        refused(
                output,
                "PASSWORD is refused. Too easy to guess",
                Map.of(EMAIL, "ines@verdier.example", PASSWORD, "motdepasse123"));
        refused(output, "stands without RELAIS_ADMIN_PASSWORD", Map.of(EMAIL, "ines@verdier.example"));
        refused(output, "stands without RELAIS_ADMIN_EMAIL", Map.of(PASSWORD, World.PASSWORD));
        var good = Map.of(EMAIL, "ines@verdier.example", PASSWORD, World.PASSWORD);
        refused(output, "RELAIS_WORKSPACE must be a name", with(good, WORKSPACE, "\u200b"));
        refused(output, "RELAIS_WORKSPACE must be a name", with(good, WORKSPACE, "x".repeat(121)));

        int before = output.getAll().length();
        start(with(good, WORKSPACE, "Maison Verdier"));
        assertThat(output.getAll().substring(before)).isEmpty();
        assertThat(accounts.byEmail("ines@verdier.example")).isPresent();
        assertThat(workspaces.all()).extracting(w -> w.name()).containsExactly("Maison Verdier");

        start(Map.of(EMAIL, "other@verdier.example", PASSWORD, World.PASSWORD));
        assertThat(output.getAll().substring(before)).isEmpty();
        assertThat(accounts.all()).hasSize(1);
    }

    private void refused(CapturedOutput output, String why, Map<String, Object> environment) {
        int before = output.getAll().length();
        start(environment);
        var said = output.getAll().substring(before).strip();
        assertThat(said.lines()).as(said).hasSize(2);
        assertThat(said).contains(why, "Nothing was set up.", "Set up Relais at http");
        assertThat(said).doesNotContain(World.PASSWORD, "motdepasse123");
        assertThat(accounts.none()).isTrue();
    }

    private static Map<String, Object> with(Map<String, String> some, String name, String value) {
        var all = new java.util.HashMap<String, Object>(some);
        all.put(name, value);
        return all;
    }

    private void start(Map<String, ?> values) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new MapPropertySource("given", Map.copyOf(values)));
        new FirstStart(installation, links, policy, environment)
                .ready(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, null));
    }
}

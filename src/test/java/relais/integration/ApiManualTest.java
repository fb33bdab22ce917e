package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.identity.tokens.AccessTokens;
import relais.world.RelaisTest;
import relais.world.World;

/** The commands of the manual do what the manual says. */
@RelaisTest
class ApiManualTest {
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"docs/api.md", "docs/api.fr.md"})
    void theCommandsOfTheManualWork(String manual) throws Exception {
        var script = COMMANDS.matcher(Files.readString(Path.of(manual)))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.joining("\n", "set -euo pipefail\n", "\necho the end\n"));
        var scopes = List.of("customers:read", "customers:write", "notes:read", "operations:read", "operations:undo");
        var token = context.getBean(AccessTokens.class)
                .make(world.verdier().id(), world.verdier().administrator().id(), manual, scopes, Duration.ofDays(1));
        var bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        bash.environment().put("TOKEN", token);
        bash.environment()
                .put("RELAIS", "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        var process = bash.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).endsWith("the end\n");
    }
}

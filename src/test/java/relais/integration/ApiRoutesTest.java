package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yaml.snakeyaml.Yaml;
import relais.world.RelaisTest;
import relais.world.World;

/** Every route for programs in {@code routes.yaml} opens to its scope alone. */
@RelaisTest
class ApiRoutesTest {
    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    private record Route(String method, String path, String scope) {
        static Route of(Map.Entry<String, String> line) {
            var asked = line.getKey().split(" ", 2);
            var path = asked[1].replaceAll("\\{objects:[^}]*}", "customers")
                    .replaceAll("\\{id:.*\\{36}}", "0197a000-0000-7000-8000-000000000000");
            return new Route(asked[0], path, line.getValue().split(" ")[1]);
        }

        Program.Answer by(Program program) {
            return program.send(method, path, method.equals("GET") || method.equals("DELETE") ? null : "{}");
        }
    }

    private static List<Route> routes() throws IOException {
        try (var file = ApiRoutesTest.class.getResourceAsStream("/routes.yaml")) {
            Map<String, String> rules = new Yaml().load(file);
            return rules.entrySet().stream()
                    .filter(r -> r.getValue().startsWith("token "))
                    .map(Route::of)
                    .toList();
        }
    }

    @Test
    void everyRouteOfTheApiWantsAToken() throws IOException {
        assertThat(routes()).hasSizeGreaterThan(12);
        for (var route : routes()) {
            assertThat(route.path()).startsWith("/api/");
            route.by(Program.with(context, "")).problem(401, "token.invalid");
        }
    }

    @Test
    void everyRouteOpensToItsScopeAndToNoOther() throws IOException {
        for (var route : routes()) {
            var administrator = world.verdier().administrator();
            var other = Program.of(context, world.verdier(), administrator, "affiliations:read");
            if (route.scope().equals("any")) {
                route.by(other).is(200);
                continue;
            }
            route.by(other).problem(403, "scope.missing");
            var right = Program.of(context, world.verdier(), administrator, route.scope(), "notes:read");
            assertThat(route.by(right).status()).as(route.toString()).isNotIn(401, 403, 500);
        }
    }

    @Test
    void whatTheRoleLacksNoScopeGives() throws IOException {
        var reader = Program.of(context, world.verdier(), world.verdier().reader(), "*");
        for (var route : routes()) {
            if (route.scope().endsWith(":write") || route.scope().endsWith(":undo")) {
                assertThat(route.by(reader).status()).as(route.toString()).isIn(403, 404);
            }
        }
    }
}

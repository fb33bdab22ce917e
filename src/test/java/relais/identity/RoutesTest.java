package relais.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

/** Every route stands in {@code routes.yaml} with who may use it, and holds to it. */
@RelaisTest
class RoutesTest {
    @Autowired
    World world;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private record Route(String method, String path, String who, String[] form) {
        static Route of(String line, String rule) {
            var asked = line.split(" ", 2);
            var allowed = rule.split(" ", 2);
            var form = allowed.length > 1 && allowed[1].contains("=") ? allowed[1].split("[=&]") : new String[0];
            return new Route(asked[0], asked[1], allowed[0], form);
        }

        /** A path that fits the pattern; nothing has this id. */
        String example() {
            return path.replaceAll("\\{path:[^}]*}", "sites")
                    .replaceAll("\\{what:[^}]*}", "archiving")
                    .replace("{code}", "reader")
                    .replace(":[0-9a-f-]{36}", "")
                    .replaceAll("\\{plural:[^}]*}", "customers")
                    .replaceAll("\\{objects:[^}]*}", "customers")
                    .replaceAll("\\{object[^}]*}", "customer")
                    .replace("{field}", "name")
                    .replaceAll("\\{[^}]*}", "0197a000-0000-7000-8000-000000000000");
        }
    }

    @Test
    void everyRouteIsDeclaredAndEveryDeclaredRouteExists() throws IOException {
        var declared = new TreeSet<>(rules().keySet());
        var mapped = mapped();
        assertThat(mapped).as("routes to add to routes.yaml").isSubsetOf(declared);
        assertThat(declared).as("routes in routes.yaml that are no more").isSubsetOf(mapped);
    }

    @Test
    void strangersGetNothingButThePublicPages() throws IOException {
        for (var route : routes().values()) {
            if (route.who().equals("public")) {
                continue;
            }
            var status = ask(world.browser(), route, false);
            assertThat(status).as(route.toString()).isIn(302, 401, 403, 404);
        }
    }

    @Test
    void whatOnlyAdministratorsMayIsRefusedToEverybodyElse() throws IOException {
        for (var person :
                new World.Person[] {world.verdier().reader(), world.verdier().manager()}) {
            var browser = world.browserOf(person);
            for (var route : routes().values()) {
                if (route.who().equals("administrator")) {
                    assertThat(ask(browser, route, true)).as(route.toString()).isIn(403, 404);
                }
            }
        }
    }

    @Test
    void oddWaysToAskDoNotOpenAdministratorsPages() {
        var browser = world.browserOf(world.verdier().reader());
        for (var path : new String[] {"/settings/team", "/settings/team/", "/SETTINGS/team", "/settings/./team"}) {
            assertThat(browser.get(path).statusCode()).as(path).isIn(400, 403, 404);
        }
        var head = browser.request("/settings/team").method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody());
        assertThat(browser.send(head.build()).statusCode()).isEqualTo(403);
        var htmx =
                browser.request("/settings/team").header("HX-Request", "true").GET();
        assertThat(browser.send(htmx.build()).statusCode()).isEqualTo(403);
        var overridden = browser.request("/account")
                .header("X-HTTP-Method-Override", "DELETE")
                .GET();
        assertThat(browser.send(overridden.build()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheRoleLacksIsRefused() throws IOException {
        var browser = world.browserOf(world.verdier().reader());
        var rules = rules();
        for (var line : rules.keySet()) {
            var rule = rules.get(line).split(" ");
            if (rule.length == 2 && !rule[1].contains("=") && !rule[1].equals("READ")) {
                assertThat(ask(browser, Route.of(line, rules.get(line)), true))
                        .as(line)
                        .isBetween(400, 499);
            }
        }
    }

    private static int ask(Browser browser, Route route, boolean withToken) {
        if (route.method().equals("GET")) {
            return browser.get(route.example()).statusCode();
        }
        return withToken && route.method().equals("POST")
                ? browser.post(route.example(), route.form()).statusCode()
                : browser.htmx(route.method(), route.example(), route.form()).statusCode();
    }

    private TreeSet<String> mapped() {
        var all = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var methods = info.getMethodsCondition().getMethods();
            for (var path : info.getPatternValues()) {
                if (methods.isEmpty()) {
                    all.add("ANY " + path);
                }
                methods.forEach(method -> all.add(method + " " + path));
            }
        });
        return all;
    }

    private Map<String, Route> routes() throws IOException {
        return rules().entrySet().stream()
                .filter(rule -> !rule.getKey().startsWith("ANY"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        rule -> Route.of(rule.getKey(), rule.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Map<String, String> rules() throws IOException {
        try (InputStream file = RoutesTest.class.getResourceAsStream("/routes.yaml")) {
            return new Yaml().load(file);
        }
    }
}

package relais.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.Routes;
import relais.world.World;

/** Every route stands in {@code routes.yaml} with who may use it, and holds to it. */
@RelaisTest
class RoutesTest {
    @Autowired
    World world;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void everyRouteIsDeclaredAndEveryDeclaredRouteExists() {
        var declared =
                new TreeSet<>(Routes.all().stream().map(Routes.Route::line).toList());
        var mapped = mapped();
        assertThat(mapped).as("routes to add to routes.yaml").isSubsetOf(declared);
        assertThat(declared).as("routes in routes.yaml that are no more").isSubsetOf(mapped);
    }

    @Test
    void strangersGetNothingButThePublicPages() {
        for (var route : asked()) {
            if (route.who().equals("public")) {
                continue;
            }
            var status = ask(world.browser(), route, false);
            assertThat(status).as(route.toString()).isIn(302, 401, 403, 404);
        }
    }

    @Test
    void whatOnlyAdministratorsMayIsRefusedToEverybodyElse() {
        for (var person :
                new World.Person[] {world.verdier().reader(), world.verdier().manager()}) {
            var browser = world.browserOf(person);
            for (var route : asked()) {
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
    void whatTheRoleLacksIsRefused() {
        var browser = world.browserOf(world.verdier().reader());
        for (var route : asked()) {
            var rule = route.rule().split(" ");
            if (rule.length == 2 && !rule[1].contains("=") && !rule[1].equals("READ")) {
                assertThat(ask(browser, route, true)).as(route.line()).isBetween(400, 499);
            }
        }
    }

    private static int ask(Browser browser, Routes.Route route, boolean withToken) {
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

    private static List<Routes.Route> asked() {
        return Routes.all().stream()
                .filter(route -> !route.method().equals("ANY"))
                .toList();
    }
}

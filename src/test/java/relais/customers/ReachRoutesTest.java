package relais.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.identity.door.Sessions;
import relais.world.RelaisTest;
import relais.world.Routes;
import relais.world.World;

/** Every page of one record answers about a customer out of reach as about one that does not exist. */
@RelaisTest
class ReachRoutesTest {
    private static final String NOTHING = "0197a000-0000-7000-8000-000000000000";
    private static final List<String> OF_A_CUSTOMER = List.of(
            "GET /customers/{",
            "GET /records/{object}/{id",
            "GET /{plural:[a-z][a-z-]*}/{id",
            "POST /records/{object}/{id");

    @Autowired
    World world;

    @Autowired
    Memberships memberships;

    @Autowired
    Sessions sessions;

    @Autowired
    Cardboard cardboard;

    @Test
    void everyPageOfACustomerOutOfReachIsNotThere() {
        var company = world.verdier();
        memberships.reach(company.id(), company.agent().id(), Reach.Extent.OWN);
        sessions.changed();
        var far = far();
        var agent = world.browserOf(company.agent());
        var administrator = world.browserOf(company.administrator());
        var routes = Routes.all().stream()
                .filter(r -> OF_A_CUSTOMER.stream().anyMatch(r.line()::startsWith))
                .toList();
        assertThat(routes).hasSizeGreaterThan(15);
        int shown = 0;
        for (var route : routes) {
            var path = route.example().replace(NOTHING, far.toString())
                    + (route.path().endsWith("state.json") ? "?at=2040-01-01" : "");
            var answer = route.method().equals("GET") ? agent.get(path) : agent.post(path, route.form());
            assertThat(answer.statusCode()).as(route.line()).isIn(403, 404);
            assertThat(answer.body()).as(route.line()).doesNotContain("Introuvable");
            shown += route.method().equals("GET") && administrator.get(path).statusCode() == 200 ? 1 : 0;
        }
        assertThat(shown).as("pages that are there for others").isGreaterThan(10);
        assertThat(agent.get("/customers/rows/" + far).body()).doesNotContain("Introuvable");
        assertThat(agent.get("/customers?q=Introuvable").body()).doesNotContain("Introuvable Moreau");
        assertThat(agent.get("/").body()).doesNotContain("Introuvable Moreau");
        assertThat(agent.get("/operations").body()).doesNotContain("Introuvable Moreau");
    }

    private UUID far() {
        return cardboard.customer("{\"kind\":\"organisation\",\"name\":\"Introuvable Moreau\",\"site\":\""
                + world.verdier().nantes() + "\"}");
    }
}

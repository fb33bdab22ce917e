package relais.customers.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class ReferralsTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Test
    void theCardShowsBothDirectionsWithTheDate() {
        var browser = world.browserOf(world.verdier().administrator());
        var anne = make("{\"kind\":\"person\",\"givenName\":\"Anne\",\"familyName\":\"Roux\"}");
        var paul = make(
                "{\"kind\":\"person\",\"givenName\":\"Paul\",\"familyName\":\"Roy\",\"recommendedBy\":\"%s\",\"recommendedOn\":\"2026-03-12\"}"
                        .formatted(anne));
        assertThat(browser.page("/customers/" + paul + "/referrals").text())
                .contains("Recommandé par")
                .contains("Anne Roux")
                .contains("12 mars 2026");
        assertThat(browser.page("/customers/" + anne + "/referrals").text())
                .contains("A recommandé")
                .contains("Paul Roy");
    }

    @Test
    void listsAreFilteredByWhoRecommendedAndByHowMany() {
        var browser = world.browserOf(world.verdier().administrator());
        var source = make("{\"kind\":\"organisation\",\"name\":\"Prescripteur\"}");
        var a = make("{\"kind\":\"organisation\",\"name\":\"Filleul un\",\"recommendedBy\":\"%s\"}".formatted(source));
        make("{\"kind\":\"organisation\",\"name\":\"Filleul deux\",\"recommendedBy\":\"%s\"}".formatted(source));
        assertThat(list(browser, "{\"field\":\"recommendedBy\",\"op\":\"is\",\"values\":[\"%s\"]}".formatted(source)))
                .contains("Filleul un")
                .contains("Filleul deux")
                .doesNotContain("/customers/" + source + "\"");
        assertThat(list(browser, "{\"related\":\"customers\",\"aggregate\":\"count\",\"op\":\"at_least\",\"values\":[2]}"))
                .contains("/customers/" + source)
                .doesNotContain("/customers/" + a + "\"");
    }

    private static String list(Browser browser, String filter) {
        return browser.get("/customers?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8)).body();
    }

    @Test
    void nobodyRecommendsThemselves() {
        world.asAdministrator(() -> {
            var id = make("{\"kind\":\"organisation\",\"name\":\"Seul\"}");
            var values = (ObjectNode) Values.parse("{\"recommendedBy\":\"%s\"}".formatted(id));
            var outcome = records.write(Intent.of("record.update"), w -> w.update("customer", id, null, values))
                    .result();
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, r -> assertThat(
                            r.problems().getFirst().code())
                    .isEqualTo("link.itself"));
            return true;
        });
    }

    private UUID make(String json) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create"), w -> w.create("customer", (ObjectNode) Values.parse(json)))
                .result()
                .id());
    }
}

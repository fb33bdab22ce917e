package relais.records.criteria.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class EditorWebTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Test
    void criteriaAreBuiltWordByWordCountedAndKeepWhatIsWrongInSight() {
        customers();
        var browser = world.browserOf(world.verdier().administrator());
        var one = edit(
                browser, "{\"all\":[]}", "do", "add", "place", "", "field", "tier", "op", "at_least", "value", "gold");
        assertThat(one.select(".criteria-sentence").text()).isEqualTo("Clients dont statut est au moins Or.");
        assertThat(one.select("[autofocus][data-word]").text()).isEqualTo("Statut");
        var tree = one.select("criteria-tree input[name=filter]").val();

        var two = edit(
                browser, tree, "do", "add", "place", "", "field", "lastContactAt", "op", "last_days", "value", "<b>x");
        assertThat(two.select(".tok[aria-invalid]").text()).isEqualTo("<b>x");
        assertThat(two.select(".cond .t-bad").text()).contains("Un nombre de jours est attendu");
        assertThat(two.select(".criteria-sentence").text()).isEqualTo("Clients dont statut est au moins Or.");
        tree = two.select("criteria-tree input[name=filter]").val();

        var three = edit(
                browser,
                tree,
                "do",
                "add",
                "place",
                "",
                "related",
                "notes",
                "op",
                "at_least",
                "value",
                "2",
                "days",
                "90",
                "date",
                "occurredAt",
                "choice",
                "call");
        assertThat(three.select(".cond").get(2).select(".tok").eachText())
                .startsWith("Nombre de notes", "dans les", "90 derniers jours")
                .endsWith("est au moins", "2");
        tree = three.select("criteria-tree input[name=filter]").val();
        var estimate = browser.page("/customers/criteria/estimate?filter=" + encoded(tree));
        assertThat(estimate.select("#nc").text()).isEqualTo("3 au départ");
        assertThat(estimate.select("#nc-0").text()).isEqualTo("2");
        assertThat(estimate.select("#nc-1").text()).isEqualTo("ignorée");
        assertThat(estimate.select(".fig").text()).isEqualTo("0");
    }

    @Test
    void nonsenseIsRefusedAndAnotherCompanyCountsNothing() {
        var browser = world.browserOf(world.verdier().administrator());
        assertThat(post(browser, "{\"all\":[]}", "do", "explode").statusCode()).isEqualTo(409);
        assertThat(post(browser, "{\"all\":[]}", "do", "remove:4.2").statusCode())
                .isEqualTo(409);
        assertThat(post(browser, "{\"all\":[]}", "do", "add", "field", "shoesize")
                        .statusCode())
                .isEqualTo(409);
        var other = world.browserOf(world.kerval().administrator());
        assertThat(other.page("/customers/criteria/estimate").select("#nc").text())
                .isEqualTo("0 au départ");
    }

    private void customers() {
        world.as(world.verdier(), world.verdier().administrator(), () -> {
            for (var tier : new String[] {"platinum", "gold", "bronze"}) {
                records.write(
                        Intent.of("record.create"),
                        w -> w.create("customer", (ObjectNode) Values.parse(
                                "{\"kind\":\"organisation\",\"name\":\"%s\",\"tier\":\"%s\"}".formatted(tier, tier))));
            }
        });
    }

    private static Document edit(Browser browser, String tree, String... form) {
        var response = post(browser, tree, form);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return browser.page(response.headers().firstValue("Location").orElseThrow());
    }

    private static HttpResponse<String> post(Browser browser, String tree, String... form) {
        var all = new String[form.length + 2];
        System.arraycopy(form, 0, all, 0, form.length);
        all[form.length] = "filter";
        all[form.length + 1] = tree;
        return browser.post("/customers/criteria", all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

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
        assertThat(one.select(".criteria-sentence").text()).isEqualTo("Clients dont le statut est au moins Or.");
        assertThat(one.select("[autofocus][data-word]").text()).isEqualTo("Statut");
        var tree = one.select("criteria-tree input[name=filter]").val();

        var two = edit(
                browser, tree, "do", "add", "place", "", "field", "lastContactAt", "op", "last_days", "value", "<b>x");
        assertThat(two.select(".tok[aria-invalid]").text()).isEqualTo("<b>x");
        assertThat(two.select(".cond .t-bad").text()).contains("Un nombre de jours est attendu");
        assertThat(two.select(".criteria-sentence").text()).isEqualTo("Clients dont le statut est au moins Or.");
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
    void theLatestDateOfRelatedRecordsIsAskedForInTheForm() {
        customers();
        var browser = world.browserOf(world.verdier().administrator());
        var form = browser.page("/customers/criteria/word?place=&what=add&related=notes&measure=latest:occurredAt");
        assertThat(form.select("[name=measure] option").eachText())
                .startsWith("Nombre de notes", "Dernière date « moment de l’échange » des notes");
        assertThat(form.select("[name=op] option").eachText()).contains("dans les", "pas depuis", "après le");
        var page = edit(
                browser,
                "{\"all\":[]}",
                "do",
                "add",
                "place",
                "",
                "related",
                "notes",
                "measure",
                "latest:occurredAt",
                "op",
                "not_last_days",
                "value",
                "60");
        assertThat(page.select(".criteria-sentence").text())
                .isEqualTo("Clients dont la dernière date « Moment de l’échange » des notes ne date pas des 60 derniers"
                        + " jours.");
        var tree = page.select("criteria-tree input[name=filter]").val();
        var again = browser.page("/customers/criteria/word?place=0&what=form&filter=" + encoded(tree));
        assertThat(again.select("[name=measure] [selected]").val()).isEqualTo("latest:occurredAt");
        assertThat(again.select("[name=value]").val()).isEqualTo("60");
        everybody(browser.page("/customers/criteria/estimate?filter=" + encoded(tree)));
    }

    @Test
    void theSumOfANumberOfRelatedRecordsIsAskedForWhenTheyHaveOne() {
        customers();
        var browser = world.browserOf(world.verdier().administrator());
        var added = browser.post(
                "/settings/objects/note/fields",
                "labelFr",
                "Minutes",
                "labelEn",
                "",
                "type",
                "NUMBER",
                "section",
                "custom");
        assertThat(added.statusCode()).isEqualTo(303);
        var form = browser.page("/customers/criteria/word?place=&what=add&related=notes");
        var sum = form.select("[name=measure] option[value^=sum:]");
        assertThat(sum.text()).isEqualTo("Somme de « minutes » des notes");
        var page = edit(
                browser, "{\"all\":[]}", "do", "add", "place", "", "related", "notes", "measure", sum.val(), "op",
                "between", "value", "0", "value", "0");
        assertThat(page.select(".cond .t-bad")).isEmpty();
        assertThat(page.select(".criteria-sentence").text())
                .isEqualTo("Clients dont la somme de « Minutes » des notes est entre 0 et 0.");
        var tree = page.select("criteria-tree input[name=filter]").val();
        everybody(browser.page("/customers/criteria/estimate?filter=" + encoded(tree)));
    }

    private static void everybody(Document estimate) {
        assertThat(estimate.select("#nc").text())
                .isEqualTo(estimate.select("#nc-0").text() + " au départ");
    }

    @Test
    void whatIsWrongInACountOfRelatedRecordsStandsAtItsPlace() {
        var browser = world.browserOf(world.verdier().administrator());
        var page = edit(
                browser, "{\"all\":[]}", "do", "add", "place", "", "related", "notes", "measure", "count", "op",
                "at_least", "value", "beaucoup", "days", "longtemps", "date", "occurredAt");
        var tree = page.select("criteria-tree input[name=filter]").val();
        var form = browser.page("/customers/criteria/word?place=0&what=form&filter=" + encoded(tree));
        assertThat(form.select("[name=value][aria-invalid]").val()).isEqualTo("beaucoup");
        assertThat(form.select("[name=days][aria-invalid]").val()).isEqualTo("longtemps");
        assertThat(form.select("#days-why").text()).contains("Un nombre de jours est attendu");
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

package relais.records.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.changes.Operations;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class ListWebTest {
    private static final String HOSTILE = "<script>alert(1)</script> \"'%_ 😀 עברית";

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Operations operations;

    @Autowired
    Undo undo;

    @Autowired
    DSLContext sql;

    @BeforeEach
    void clean() {
        for (var company : List.of(world.verdier(), world.kerval())) {
            world.withoutCustomers(company, "records.field", "records.view");
        }
    }

    @Test
    void aCustomFieldIsAColumnAtOnceAndHostileTextsStayTexts() {
        here(() -> {
            make("field", """
                    {"object":"customer","code":"note","type":"CHOICE","labelFr":"<i>Rang</i>","labelEn":"Rank","choices":"a = <b>un</b> / one"}""");
            customer("{\"kind\":\"organisation\",\"name\":%s,\"tags\":[\"<u>vip</u>\"],\"custom.note\":\"a\"}"
                    .formatted(quoted(HOSTILE)));
        });
        var page = administrator().page("/customers");
        assertThat(page.select("thead th").eachText()).contains("<i>Rang</i>");
        var row = Objects.requireNonNull(page.selectFirst("tbody tr"));
        assertThat(row.select("a.who .cut").text()).isEqualTo(HOSTILE);
        assertThat(row.text()).contains("<b>un</b>", "<u>vip</u>");
        assertThat(row.select("script, b, u, i")).isEmpty();
    }

    @Test
    void filtersReadAsASentenceAndFindTextsAsTheyAreWritten() {
        here(() -> {
            customer("{\"kind\":\"organisation\",\"name\":\"100% laine\",\"tier\":\"gold\"}");
            customer("{\"kind\":\"organisation\",\"name\":\"100 tissus\",\"tier\":\"silver\"}");
            customer("{\"kind\":\"organisation\",\"name\":\"L'Étoile_d'or\",\"tier\":\"platinum\"}");
        });
        var browser = administrator();
        var gold = browser.page("/customers" + filter("{\"all\":[" + test("tier", "at_least", "\"gold\"") + "]}"));
        assertThat(gold.select(".chip.set").text()).isEqualTo("Statut est au moins Or");
        assertThat(names(gold)).containsExactly("100% laine", "L'Étoile_d'or");
        var starts = browser.page("/customers" + filter(test("name", "starts", "\"l’etoile d\"")));
        assertThat(names(starts)).containsExactly("L'Étoile_d'or");
        var none = browser.page("/customers" + filter(test("name", "contains", "\"%\\u0000'; DROP TABLE x --\"")));
        assertThat(none.select(".empty").text()).contains("Rien avec ces filtres", "3");
    }

    @Test
    void aFilterOnAnUnknownFieldIsSaidAndLeftOut() {
        here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Delmas\"}"));
        var browser = administrator();
        var unknown = browser.page("/customers" + filter(test("shoesize", "is", "\"44\"")));
        assertThat(unknown.select(".alert").text()).contains("Le champ « shoesize » n’existe pas");
        assertThat(names(unknown)).containsExactly("Delmas");
        for (var nonsense : List.of("{", "[]", "42", "{\"field\":\"name\",\"op\":\"like\",\"values\":[]}")) {
            var page = browser.page("/customers" + filter(nonsense));
            assertThat(page.select(".alert").text()).as(nonsense).contains("Filtre ignoré");
            assertThat(names(page)).containsExactly("Delmas");
        }
    }

    @Test
    void sortingByWhatHasNoIndexSaysSoAndKeepsTheUsualOrder() {
        here(() -> {
            customer("{\"kind\":\"organisation\",\"name\":\"B\"}");
            customer("{\"kind\":\"organisation\",\"name\":\"A\"}");
        });
        for (var sort : List.of("industry", "-nope", "name; DROP TABLE x")) {
            var page = administrator().page("/customers?sort=" + encoded(sort));
            assertThat(page.select(".alert").text()).contains("ne se trie pas");
            assertThat(names(page)).containsExactly("A", "B");
        }
        var down = administrator().page("/customers?sort=-name");
        assertThat(names(down)).containsExactly("B", "A");
        assertThat(down.select("th[aria-sort=descending]").text()).isEqualTo("Client");
    }

    @Test
    void aSecondSortKeyIsOfferedShownAndKeptInAView() {
        here(() -> {
            customer("{\"kind\":\"organisation\",\"name\":\"B\"}");
            customer("{\"kind\":\"organisation\",\"name\":\"A\"}");
        });
        var browser = administrator();
        var page = browser.page("/customers?sort=-lastContactAt");
        assertThat(page.select("thead .rank")).isEmpty();
        var also = page.select("thead a[data-also]").stream()
                .filter(a -> a.text().startsWith("Client"))
                .findFirst()
                .orElseThrow();
        var both = browser.page(also.attr("data-also"));
        assertThat(both.select("thead .rank").eachText()).containsExactly("2", "1");
        assertThat(both.select("th[aria-sort]").text()).startsWith("Dernier échange");
        var chooser = browser.page(also.attr("data-also").replace("/customers?", "/customers/columns?"));
        assertThat(chooser.select("#sort-second option[selected]").val()).isEqualTo("name");
        assertThat(names(both)).containsExactly("A", "B");

        var saved = browser.post("/customers/views", "name", "Deux clés", "sort", "-lastContactAt", "sort", "-name");
        var view = browser.page(saved.headers().firstValue("Location").orElseThrow());
        assertThat(names(view)).containsExactly("B", "A");
        assertThat(browser.page("/customers?sort=name,name").select("thead .rank"))
                .isEmpty();
        assertThat(browser.page("/customers?sort=nope,name").select(".alert").text())
                .contains("ne se trie pas");
    }

    @Test
    void theFootCountsAllAndSumsOnlyWhatIsShown() {
        here(() -> {
            make("field", """
                    {"object":"customer","code":"ca","type":"MONEY","labelFr":"CA 12 mois","labelEn":"12-month revenue"}""");
            for (var amount : List.of("100.50", "300")) {
                customer(
                        "{\"kind\":\"organisation\",\"name\":\"C %s\",\"custom.ca\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}"
                                .formatted(amount, amount));
            }
            customer(
                    "{\"kind\":\"organisation\",\"name\":\"Z\",\"custom.ca\":{\"amount\":\"5\",\"currency\":\"USD\"}}");
            customer("{\"kind\":\"organisation\",\"name\":\"Sans chiffre\"}");
        });
        var browser = administrator();
        var page = browser.page("/customers");
        assertThat(plain(page.select(".foot").text()))
                .contains("Lignes 1 à 4", "CA 12 mois des lignes affichées : somme 401 €, moyenne 200 €; somme 5 $US");
        var total = page.select(".foot .total").attr("hx-get");
        browser.with("Accept", "*/*");
        assertThat(browser.get(total).body()).isEqualTo("sur 4");
        here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Un de plus\"}"));
        assertThat(browser.get(total).body()).as("counted anew after a write").isEqualTo("sur 5");
        assertThat(browser.get("/customers/count" + filter(test("name", "starts", "\"C \"")))
                        .body())
                .isEqualTo("2");
        var other = world.browserOf(world.kerval().administrator()).with("Accept", "*/*");
        assertThat(other.get(total).body()).isEqualTo("sur 0");
    }

    @Test
    void onlyCellsThatMayBeWrittenOfferTheirEditorAndTheRowComesBackAlone() {
        UUID id = here(() -> {
            customer("{\"kind\":\"person\",\"givenName\":\"Zoë\",\"familyName\":\"Durand\"}");
            return customer("{\"kind\":\"organisation\",\"name\":\"Delmas <b>\",\"tier\":\"gold\"}");
        });
        var columns = "?columns=tier&columns=industry&columns=birthDate&columns=lastContactAt";
        var agent = world.browserOf(world.verdier().agent());
        var page = agent.page("/customers" + columns);
        var cells = "td[data-edit]";
        assertThat(page.select("tr[data-id=" + id + "] " + cells).eachAttr("data-edit"))
                .as("an organisation has no birth date, and nobody writes the last contact")
                .containsExactly("tier", "industry");
        assertThat(page.select("tr:not([data-id=" + id + "]) " + cells).eachAttr("data-edit"))
                .containsExactly("tier", "birthDate");
        var reader = world.browserOf(world.verdier().reader());
        assertThat(reader.page("/customers" + columns).select(cells)).isEmpty();

        var path = "/records/customer/" + id + "/fields/tier";
        assertThat(agent.htmx("PUT", path, "tier", "platinum", "version", "1").statusCode())
                .isEqualTo(200);
        var row = agent.get("/customers/rows/" + id + columns).body();
        assertThat(row).contains("Platine", "Delmas &lt;b>").doesNotContain("<html", "<b>");
        assertThat(world.browserOf(world.kerval().administrator())
                        .get("/customers/rows/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(agent.htmx("PUT", path, "tier", "bronze", "version", "1").statusCode())
                .as("somebody saved first: both are shown")
                .isEqualTo(409);
    }

    @Test
    void moreFieldsThanColumnsAreSaidWhereColumnsAreChosen() {
        here(() -> {
            for (int i = 0; i < 8; i++) {
                make("field", """
                        {"object":"customer","code":"f%d","type":"TEXT","labelFr":"Champ %d"}""".formatted(i, i));
            }
            customer("{\"kind\":\"organisation\",\"name\":\"Delmas\"}");
        });
        var page = administrator().page("/customers");
        assertThat(page.select("thead th").eachText()).contains("Champ 5").doesNotContain("Champ 6");
        assertThat(page.select("button[popovertarget=columns]").text()).contains("+2");
        assertThat(administrator().page("/customers/columns").text()).contains("2 de vos champs n’ont pas de colonne");
        var chosen = administrator().page("/customers?columns=custom.f7");
        assertThat(chosen.select("thead th").eachText()).contains("Champ 7");
        assertThat(chosen.select("button[popovertarget=columns]").text()).isEqualTo("Colonnes");
    }

    private static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ");
    }

    @Test
    void pagesFollowEachOtherAndAPlaceOfAnotherListBeginsAgain() {
        here(() -> many(120));
        var browser = administrator();
        var first = browser.page("/customers");
        assertThat(first.select(".foot [role=status]").text()).isEqualTo("Lignes 1 à 50");
        var next = first.select("a[rel=next]").attr("href");
        var second = browser.page(next);
        assertThat(second.select(".foot [role=status]").text()).isEqualTo("Lignes 51 à 100");
        var third = browser.page(second.select("a[rel=next]").attr("href"));
        assertThat(third.select("tbody tr")).hasSize(20);
        assertThat(names(browser.page(third.select("a[rel=prev]").attr("href"))))
                .isEqualTo(names(second));

        var foreign = browser.page(next + "&sort=-name");
        assertThat(foreign.select(".alert").text()).contains("appartient à une autre liste");
        assertThat(foreign.select(".foot [role=status]").text()).isEqualTo("Lignes 1 à 50");
        var elsewhere = world.browserOf(world.kerval().administrator()).page(next);
        assertThat(elsewhere.select(".alert").text()).contains("appartient à une autre liste");
        assertThat(elsewhere.select("tbody tr")).isEmpty();
    }

    @Test
    void aReaderSeesNoWayToWriteAndTheServerRefusesIt() {
        UUID id = here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Delmas\"}"));
        var reader = world.browserOf(world.verdier().reader());
        var page = reader.page("/customers");
        assertThat(names(page)).containsExactly("Delmas");
        assertThat(page.select(".bulk, tbody .ck, a[href='/customers/new'], a[href='/imports'], #export"))
                .isEmpty();
        assertThat(reader.post("/customers/bulk", "id", id.toString(), "change", "tier=gold")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.post("/customers/exports", "format", "csv").statusCode())
                .isEqualTo(403);
        assertThat(find(id).has("tier")).isFalse();
    }

    @Test
    void anAgentChangesOneCustomerButNotSeveralAtOnce() {
        UUID one = here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Un\"}"));
        UUID two = here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Deux\"}"));
        var agent = world.browserOf(world.verdier().agent());
        var both = agent.post("/customers/bulk", "id", one.toString(), "id", two.toString(), "change", "tier=gold");
        assertThat(both.statusCode()).isEqualTo(403);
        assertThat(agent.post("/customers/bulk", "id", one.toString(), "change", "tier=gold")
                        .statusCode())
                .isEqualTo(303);
        assertThat(find(one).path("tier").asString("")).isEqualTo("gold");
    }

    @Test
    void manyCustomersAreShownBeforeTheyChangeAndAllComeBack() {
        here(() -> many(120));
        var browser = administrator();
        var asked = browser.post("/customers/bulk", "everything", "true", "change", "tags+", "tag", "Salon <2026>");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(browser.page(asked).select(".ledger .fig").eachText()).contains("120");
        assertThat(browser.page(asked).select("ins").first().text()).isEqualTo("Salon <2026>");
        assertThat(tagged()).isZero();

        var done = browser.post(
                "/customers/bulk", "everything", "true", "change", "tags+", "tag", "Salon <2026>", "confirmed", "true");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(tagged()).isEqualTo(120);
        here(() -> {
            var operation =
                    operations.latest(world.verdier().administrator().id()).orElseThrow();
            assertThat(operation.changes()).isEqualTo(120);
            assertThat(undo.undo(operation.id()).reversed()).isEqualTo(120);
        });
        assertThat(tagged()).isZero();
    }

    @Test
    void badBulkRequestsAreRefusedWithASentence() {
        UUID id = here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Delmas\"}"));
        var browser = administrator();
        for (var change : List.of("", "tier=diamond", "shoesize=44", "lastContactAt=2026-01-01", "tags+", "owner=x")) {
            var refused = browser.post("/customers/bulk", "id", id.toString(), "change", change, "tag", " ");
            assertThat(refused.statusCode()).as(change).isEqualTo(409);
        }
        assertThat(browser.post("/customers/bulk", "change", "tier=gold").statusCode())
                .isEqualTo(409);
        assertThat(browser.post("/customers/bulk", "id", "x", "change", "tier=gold")
                        .statusCode())
                .isEqualTo(409);
        var foreign = world.browserOf(world.kerval().administrator())
                .post("/customers/bulk", "id", id.toString(), "change", "tier=gold");
        assertThat(foreign.statusCode()).isEqualTo(303);
        assertThat(find(id).has("tier")).isFalse();
    }

    @Test
    void aViewIsSavedRenamedSharedDeletedAndComesBack() {
        here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Delmas\",\"tier\":\"gold\"}"));
        var manager = world.browserOf(world.verdier().manager());
        var gold = "{\"all\":[" + test("tier", "is", "\"gold\"") + "]}";
        var shown = manager.page("/customers" + filter(gold));
        assertThat(shown.select(".view-acts").text()).contains("Enregistrer la vue");
        var saved = manager.post("/customers/views", "name", "Les <or>", "shared", "true", "filter", gold);
        var address = saved.headers().firstValue("Location").orElseThrow();
        assertThat(manager.page(address).select(".tabs a[aria-current]").text()).isEqualTo("Les <or>");
        assertThat(manager.page(address).select(".view-acts").text()).doesNotContain("Enregistrer la vue");
        assertThat(names(manager.page(address))).containsExactly("Delmas");

        var agent = world.browserOf(world.verdier().agent());
        assertThat(agent.page("/customers").select(".tabs").text()).contains("Les <or>");
        var path = "/customers/views/" + address.replaceAll(".*view=", "");
        assertThat(agent.post(path + "/deletion").statusCode()).isEqualTo(409);
        assertThat(agent.post("/customers/views", "name", "Z", "shared", "true").statusCode())
                .isEqualTo(409);
        assertThat(world.browserOf(world.kerval().manager())
                        .post(path + "/deletion")
                        .statusCode())
                .isEqualTo(404);
        assertThat(manager.post(path + "/name", "name", "Or").statusCode()).isEqualTo(303);
        assertThat(manager.post(path + "/deletion").statusCode()).isEqualTo(303);
        assertThat(manager.page(address).select(".alert").text()).contains("n’existe plus");
        world.as(world.verdier(), world.verdier().manager(), () -> {
            undo.undo(operations
                    .latest(world.verdier().manager().id())
                    .orElseThrow()
                    .id());
        });
        assertThat(manager.page(address).select(".tabs a[aria-current]").text()).isEqualTo("Or");
    }

    @Test
    void aPinnedViewStandsInTheSideBarOfEverybodyWhoSeesItUntilItIsTakenBack() {
        here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Delmas\",\"tier\":\"gold\"}"));
        var gold = "{\"all\":[" + test("tier", "is", "\"gold\"") + "]}";
        var manager = world.browserOf(world.verdier().manager());
        var agent = world.browserOf(world.verdier().agent());
        var shared = pin(manager, "Les <or>", "true", gold);
        var own = pin(agent, "À moi", "false", gold);

        assertThat(agent.page("/operations").select(".side .pinned a").eachText())
                .containsExactly("Les <or>", "À moi");
        assertThat(manager.page(shared).select(".side .pinned a[aria-current]").text())
                .isEqualTo("Les <or>");
        assertThat(manager.page(shared).select(".side .nav a[aria-current]")).hasSize(1);
        var counted = agent.page(agent.page("/").select(".side .pinned").attr("hx-get"));
        assertThat(counted.select(".n").eachText()).containsExactly("1", "1");
        assertThat(world.browserOf(world.kerval().manager()).page("/").select(".side .pinned"))
                .isEmpty();

        var path = "/customers/views/" + shared.replaceAll(".*view=", "") + "/pin";
        assertThat(agent.post(path, "pinned", "false").statusCode()).isEqualTo(409);
        world.as(world.verdier(), world.verdier().agent(), () -> {
            undo.undo(operations
                    .latest(world.verdier().agent().id())
                    .orElseThrow()
                    .id());
        });
        assertThat(agent.page(own).select(".side .pinned a .cut").eachText()).containsExactly("Les <or>");
    }

    private static String pin(Browser browser, String name, String shared, String filter) {
        var address = browser.post("/customers/views", "name", name, "shared", shared, "filter", filter)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var path = "/customers/views/" + address.replaceAll(".*view=", "") + "/pin";
        assertThat(browser.post(path, "pinned", "true").statusCode()).isEqualTo(303);
        return address;
    }

    @Test
    void aCardReachedFromAListKnowsWhatLiesBesideItThere() {
        var ids = new ArrayList<UUID>();
        here(() -> {
            for (var name : List.of("A", "B", "C")) {
                ids.add(customer("{\"kind\":\"organisation\",\"name\":\"%s\",\"tier\":\"gold\"}".formatted(name)));
            }
            customer("{\"kind\":\"organisation\",\"name\":\"B2\",\"tier\":\"silver\"}");
        });
        var browser = administrator();
        assertThat(browser.page("/customers/" + ids.get(1))
                        .select("list-neighbours")
                        .attr("data-list"))
                .isEqualTo("/customers");
        var gold = filter(test("tier", "is", "\"gold\""));
        var path = "/customers/" + ids.get(1) + "/neighbours" + gold + "&sort=-name&position=2";
        var beside = browser.page(path);
        assertThat(beside.select("[data-key=k]").attr("href")).isEqualTo("/customers/" + ids.get(2));
        assertThat(beside.select("[data-key=j]").attr("href")).isEqualTo("/customers/" + ids.get(0));
        assertThat(beside.text()).contains("2 sur 3");
        var last = browser.page("/customers/" + ids.get(0) + "/neighbours" + gold + "&sort=-name&position=x");
        assertThat(last.select("[data-key=j]")).isEmpty();
        assertThat(last.select("[aria-disabled=true]")).hasSize(1);
        assertThat(world.browserOf(world.kerval().administrator()).get(path).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theNameIsNeverAColumnTwice() {
        here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Delmas\"}"));
        var page = administrator().page("/customers?columns=name&columns=tier");
        assertThat(page.select("thead th").eachText()).containsExactly("Client", "Statut");
    }

    @Test
    void anotherCompanysListIsEmptyAndUnknownListsDoNotExist() {
        here(() -> customer("{\"kind\":\"organisation\",\"name\":\"Delmas\"}"));
        var other = world.browserOf(world.kerval().administrator());
        assertThat(other.page("/customers").select(".empty").text()).contains("Pas encore de clients");
        for (var path : List.of("/notes", "/fields", "/unicorns", "/customers/criteria/word?place=9")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static String test(String field, String op, String value) {
        return "{\"field\":\"%s\",\"op\":\"%s\",\"values\":[%s]}".formatted(field, op, value);
    }

    private static String filter(String json) {
        return "?filter=" + encoded(json);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return Values.json(Values.text(text));
    }

    private static List<String> names(Document page) {
        return page.select("tbody a.who > .cut").eachText();
    }

    private Browser administrator() {
        return world.browserOf(world.verdier().administrator());
    }

    private int tagged() {
        return world.inTransaction(
                world.verdier(),
                () -> sql.fetchSingle("SELECT count(*) FROM customers.tagging WHERE tenant_id = ?", Tenancy.id())
                        .get(0, Integer.class));
    }

    private ObjectNode find(UUID id) {
        return here(() -> records.find("customer", id).orElseThrow().values());
    }

    private <T> T here(java.util.concurrent.Callable<T> work) {
        return world.asAdministrator(work);
    }

    private void here(Runnable work) {
        world.as(world.verdier(), world.verdier().administrator(), work);
    }

    private UUID customer(String json) {
        return make("customer", json);
    }

    private UUID make(String object, String json) {
        var made = records.write(Intent.of("record.create"), w -> w.create(object, (ObjectNode) Values.parse(json)));
        assertThat(made.result()).isInstanceOf(Outcome.Written.class);
        return made.result().id();
    }

    private void many(int count) {
        records.write(Intent.of("import"), w -> {
            var all = new ArrayList<Mutation>();
            for (int i = 0; i < count; i++) {
                var values = Values.object();
                values.put("kind", "organisation");
                values.put("name", "Client %03d".formatted(i));
                all.add(new Mutation.Create(Ids.next(), values));
            }
            return w.apply("customer", all);
        });
    }
}

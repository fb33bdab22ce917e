package relais.records.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.customers.Cardboard;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.identity.door.Sessions;
import relais.platform.tenancy.Ids;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.criteria.Criterion;
import relais.records.lists.ListQueries;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class OwnObjectsTest {
    private static final String SETTINGS = "/settings/objects";

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    ObjectTypes types;

    @Autowired
    ListQueries lists;

    @Autowired
    Undo undo;

    @Autowired
    Memberships memberships;

    @Autowired
    Sessions sessions;

    @Autowired
    Cardboard cardboard;

    private Browser browser;
    private String code = "";
    private String plural = "";

    @BeforeEach
    void aChantierWithAStageAndACustomer() {
        browser = world.browserOf(world.verdier().administrator());
        var name = "Chantier " + word();
        create(name);
        var type = world.asAdministrator(() -> types.own().getLast());
        code = type.name();
        plural = type.plural();
        field("Étape", "CHOICE", "choiceFr", "À préparer", "choiceFr", "En cours", "choiceFr", "Fini");
        field("Client", "LINK", "target", "customer");
    }

    /** Letters alone, so that each test has objects of its own. */
    private static String word() {
        return Ids.next()
                .toString()
                .replace("-", "")
                .chars()
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 16))))
                .reduce("", String::concat)
                .substring(14);
    }

    private void create(String name) {
        var answer = browser.post(SETTINGS, "oneFr", name, "oneEn", name, "icon", "hard-hat");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private void field(String label, String type, String... more) {
        var pairs = new ArrayList<>(List.of("labelFr", label, "type", type, "section", "main"));
        pairs.addAll(List.of(more));
        var answer = browser.post(SETTINGS + "/" + code + "/fields", pairs.toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private UUID customer(String name) {
        var values = Values.object();
        values.put("kind", "organisation");
        values.put("name", name);
        return make("customer", values);
    }

    private UUID make(String object, ObjectNode values) {
        return world.asAdministrator(() -> {
            var made = records.write(Intent.of("record.create", "essai"), w -> w.create(object, values));
            return ((Outcome.Written) made.result()).id();
        });
    }

    private UUID chantier(String name, String stage, UUID site) {
        var values = Values.object();
        values.put("name", name);
        values.put("custom.etape", stage);
        values.put("site", site.toString());
        return make(code, values);
    }

    @Test
    void anObjectIsAtOnceInNavigationListFormCardAndSettings() {
        var made = browser.post(
                "/" + plural, "name", "Hall de la Clinique", "custom.etape", "en_cours", "custom.client", "");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);

        var list = browser.page("/" + plural);
        assertThat(list.select("nav a[href=/" + plural + "]")).isNotEmpty();
        assertThat(list.text()).contains("Hall de la Clinique").contains("En cours");
        var href = list.select("td.name a").attr("href");
        var card = browser.page(href);
        assertThat(card.select("h1").text()).isEqualTo("Hall de la Clinique");
        assertThat(card.select("#facts").text()).contains("Étape En cours").contains("Agence");
        assertThat(card.select("#thread li")).isNotEmpty();
        assertThat(browser.page("/" + plural + "/new").select("form.form-page").text())
                .contains("Étape")
                .contains("Client");
        assertThat(browser.page(SETTINGS + "/" + code).text()).contains("Étape").contains("À vous");
        assertThat(browser.page("/palette?q=clinique").text()).contains("Hall de la Clinique");
    }

    @Test
    void aLinkIsSeenFromBothEndsAndOneMoreIsMadeFromThere() {
        var clinic = customer("Clinique Saint-Aubin");
        var values = Values.object();
        values.put("name", "Hall");
        values.put("custom.client", clinic.toString());
        var id = make(code, values);

        var panel = browser.page("/records/customer/" + clinic + "/related");
        assertThat(panel.select("a[href=/" + plural + "/" + id + "]").text()).isEqualTo("Hall");
        assertThat(browser.page("/customers/" + clinic).select("#panel-related"))
                .isNotEmpty();
        var add = panel.select("a[href^=/" + plural + "/new?]").attr("href");
        var form = browser.page(add);
        assertThat(form.select("input[name='custom.client.text']").val()).isEqualTo("Clinique Saint-Aubin");
        assertThat(browser.page("/" + plural + "/" + id).text()).contains("Clinique Saint-Aubin");
    }

    @Test
    void manyToManyLinksAreWrittenBothWaysAndTakenBack() {
        field("Intervenants", "LINKS", "target", "customer");
        var one = customer("Étanchéité Morel");
        var two = customer("Peinture Duval");
        var made = browser.post(
                "/" + plural,
                "name",
                "Toiture",
                "custom.intervenants",
                "",
                "custom.intervenants",
                one.toString(),
                "custom.intervenants",
                two.toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);

        assertThat(browser.page("/records/customer/" + one + "/related").text()).contains("Toiture");
        assertThat(browser.page("/records/customer/" + two + "/related").text()).contains("Toiture");
        assertThat(browser.page("/" + plural).text()).contains("Toiture").contains("Étanchéité Morel");
        var operation = operation();
        world.asAdministrator(() -> undo.undo(operation));
        assertThat(browser.page("/records/customer/" + one + "/related").text()).doesNotContain("Toiture");
    }

    /** The latest operation of the administrator. */
    private UUID operation() {
        return UUID.fromString(browser.page("/operations").select("a[href^=/operations/]").stream()
                .map(a -> a.attr("href").replaceAll(".*/operations/([0-9a-f-]{36}).*", "$1"))
                .filter(h -> h.matches("[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aBoardHasAColumnForEachChoiceAndMovingACardIsAnEditThatCanBeTakenBack() {
        var id = chantier("Bar du toit", "a_preparer", world.verdier().lyon());
        var board = browser.page("/" + plural + "/board?by=custom.etape");
        assertThat(board.select(".board > section h2").eachText()).containsExactly("À préparer1", "En cours0", "Fini0");

        var moved = browser.htmx(
                "POST", "/" + plural + "/board/" + id + "?by=custom.etape", "to", "en_cours", "version", "1");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(moved.headers().firstValue("HX-Trigger").orElse(""))
                .contains("operation")
                .contains("En cours");
        assertThat(columns(browser.page(moved))).containsExactly("", "Bar du toit", "");

        var operation = operation();
        world.asAdministrator(() -> undo.undo(operation));
        assertThat(columns(browser.page("/" + plural + "/board?by=custom.etape")))
                .containsExactly("Bar du toit", "", "");
    }

    private static List<String> columns(Document board) {
        return board.select(".board > section").stream()
                .map(s -> String.join(", ", s.select(".nm").eachText()))
                .toList();
    }

    @Test
    void whoSeesOneSiteSeesItsRecordsAloneInListBoardSearchCardAndRelated() {
        var lyon = chantier("Chantier de Lyon", "en_cours", world.verdier().lyon());
        var nantes = chantier("Chantier de Nantes", "en_cours", world.verdier().nantes());
        var claire = world.verdier().agent();
        memberships.reach(world.verdier().id(), claire.id(), Reach.Extent.OWN);
        sessions.changed();
        try {
            var seen = world.browserOf(claire);
            assertThat(seen.page("/" + plural).text())
                    .contains("Chantier de Lyon")
                    .doesNotContain("de Nantes");
            assertThat(seen.page("/" + plural + "/board").text())
                    .contains("Chantier de Lyon")
                    .doesNotContain("de Nantes");
            assertThat(seen.page("/palette?q=chantier").text())
                    .contains("Chantier de Lyon")
                    .doesNotContain("de Nantes");
            assertThat(seen.get("/" + plural + "/" + lyon).statusCode()).isEqualTo(200);
            assertThat(seen.get("/" + plural + "/" + nantes).statusCode()).isEqualTo(404);
            assertThat(seen.htmx("POST", "/" + plural + "/board/" + nantes, "to", "fini", "version", "1")
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            memberships.reach(world.verdier().id(), claire.id(), Reach.Extent.EVERYTHING);
            sessions.changed();
        }
    }

    @Test
    void twoHundredAreImportedRecognisedAgainAndTakenBack() {
        customer("Brasserie Le Cadran");
        var csv = new StringBuilder("Nom;Étape;Client\n");
        for (int i = 0; i < 200; i++) {
            csv.append("Salle ").append(i).append(";En cours;Brasserie Le Cadran\n");
        }
        var file = csv.toString().getBytes(StandardCharsets.UTF_8);
        var up = browser.upload("/imports", "chantiers.csv", file, "object", code);
        assertThat(up.statusCode()).as(up.body()).isIn(302, 303);
        var path = up.headers().firstValue("Location").orElseThrow().replaceAll("https?://[^/]+", "");
        assertThat(browser.page(path).text()).contains("Étape").contains("Client");
    }

    @Test
    void otherWorkspacesAndOtherObjectsHaveNoPartInIt() {
        var id = chantier("Secret", "fini", world.verdier().lyon());
        var stranger = world.browserOf(world.kerval().administrator());
        assertThat(stranger.get("/" + plural).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/" + plural + "/" + id).statusCode()).isEqualTo(404);
        assertThat(stranger.get(SETTINGS + "/" + code).statusCode()).isEqualTo(404);

        create("Machine " + word());
        var other = world.asAdministrator(() -> types.own().getLast());
        assertThat(browser.get("/" + other.plural() + "/" + id).statusCode()).isEqualTo(404);
        assertThat(world.asAdministrator(
                        () -> lists.count(other, Criterion.everything()).n()))
                .isZero();
        assertThat(browser.get("/records/" + other.name() + "/" + id + "/edit").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anObjectThatIsDeletedGoesOutOfSightAndComesBackWithItsRecordsWhenThatIsUndone() {
        var id = chantier("Belvédère", "fini", world.verdier().lyon());
        assertThat(browser.page(SETTINGS + "/" + code + "/edit").text()).contains("Une fiche et 2 champs");
        assertThat(browser.post(SETTINGS + "/" + code + "/deletion").statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/" + plural).statusCode()).isEqualTo(404);
        assertThat(browser.get("/" + plural + "/" + id).statusCode()).isEqualTo(404);
        assertThat(browser.page("/palette?q=belvedere").text()).doesNotContain("Belvédère");
        assertThat(browser.page("/operations").text()).contains("Objet supprimé");

        var operation = operation();
        world.asAdministrator(() -> undo.undo(operation));
        assertThat(browser.page("/" + plural + "/" + id).text())
                .contains("Belvédère")
                .contains("Fini");
    }

    @Test
    void whatIsUsedIsNotDeletedAndTheUsesAreNamed() {
        var view =
                browser.post("/" + plural + "/views", "name", "Par étape", "columns", "custom.etape", "shared", "true");
        assertThat(view.statusCode()).as(view.body()).isIn(200, 303);
        var field = browser.page(SETTINGS + "/" + code).select("a.mid").stream()
                .filter(a -> a.text().equals("Étape"))
                .findFirst()
                .orElseThrow()
                .attr("href");
        var refused = browser.post(field + "/deletion");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Par étape");

        create("Outil " + word());
        var tool = world.asAdministrator(() -> types.own().getLast());
        var pairs = new String[] {"labelFr", "Chantier", "type", "LINK", "section", "main", "target", code};
        assertThat(browser.post(SETTINGS + "/" + tool.name() + "/fields", pairs).statusCode())
                .isEqualTo(303);
        var kept = browser.post(SETTINGS + "/" + code + "/deletion");
        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(browser.page(SETTINGS + "/" + code + "/edit").text()).contains("Outil");
    }

    @Test
    void namesThatCollideWithPagesAndObjectsGetAddressesOfTheirOwn() {
        for (var name : List.of(
                "Imports", "Operation", "Settings", "Customers of ours", "New", "Api", "Requests", "工地", "42")) {
            create(name + " ");
            var type = world.asAdministrator(() -> types.own().getLast());
            assertThat(type.plural()).as(name).matches("[a-z][a-z-]*");
            assertThat(browser.page("/" + type.plural()).select("h1").text())
                    .as(name)
                    .startsWith(name.substring(0, 1));
            assertThat(browser.get("/" + type.plural() + "/new").statusCode()).isEqualTo(200);
            assertThat(browser.post(SETTINGS + "/" + type.name() + "/deletion").statusCode())
                    .isEqualTo(303);
        }
        assertThat(browser.page("/imports").select("h1").text()).isEqualTo("Imports");
    }

    @Test
    void hostileAndEmptyNamesAreRefusedOrShownAsTheyAre() {
        assertThat(browser.post(SETTINGS, "oneFr", "", "icon", "boxes").statusCode())
                .isEqualTo(422);
        assertThat(browser.post(SETTINGS, "oneFr", "x".repeat(61), "icon", "boxes")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(SETTINGS, "oneFr", "Client", "icon", "boxes").statusCode())
                .isEqualTo(422);
        assertThat(browser.post(SETTINGS, "oneFr", "Fiche", "manyEn", "Customers", "icon", "boxes")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(SETTINGS, "oneFr", "Essai", "icon", "x\"><script>")
                        .statusCode())
                .isEqualTo(422);
        var hostile = "<script>alert(1)</script>' OR 1=1 --";
        create(hostile);
        var type = world.asAdministrator(() -> types.own().getLast());
        var page = browser.page("/" + type.plural());
        assertThat(page.select("script")).noneMatch(s -> s.html().contains("alert(1)"));
        assertThat(page.text()).contains("<script>alert(1)</script>");
        assertThat(browser.post(SETTINGS + "/" + type.name() + "/deletion").statusCode())
                .isEqualTo(303);
    }

    @Test
    void recordsThatLinkToEachOtherInACircleAreShown() {
        field("Suite de", "LINK", "target", code);
        var first = chantier("Premier", "fini", world.verdier().lyon());
        var values = Values.object();
        values.put("name", "Second");
        values.put("custom.suite_de", first.toString());
        var second = make(code, values);
        world.asAdministrator(() -> {
            var back = Values.object();
            back.put("custom.suite_de", second.toString());
            return records.write(Intent.of("record.update", "Premier"), w -> w.update(code, first, null, back));
        });
        assertThat(browser.page("/" + plural + "/" + first).text()).contains("Second");
        assertThat(browser.page("/" + plural + "/" + second).text()).contains("Premier");
        assertThat(browser.post(SETTINGS + "/" + code + "/deletion").statusCode())
                .isEqualTo(303);
    }

    @Test
    void aFieldTakesAnotherTypeAfterAPreviewAndEachValueComesBackWhenThatIsUndone() {
        field("Surface", "TEXT");
        var ids = new ArrayList<UUID>();
        for (var text : List.of("120", "85,5", "environ cent")) {
            var values = Values.object();
            values.put("name", "Salle " + text);
            values.put("custom.surface", text);
            ids.add(make(code, values));
        }
        var href = href("Surface");
        var preview = browser.page(href + "/type?to=NUMBER");
        assertThat(preview.select("section.panel header").eachText())
                .containsExactly(
                        "Valeurs qui se lisent 2", "Valeurs qui ne se lisent pas, et restent dans l’histoire 1");
        assertThat(preview.text()).contains("environ cent");
        assertThat(value(ids.getFirst())).isEqualTo("\"120\"");

        assertThat(browser.post(href + "/type", "to", "NUMBER").statusCode()).isEqualTo(303);
        assertThat(value(ids.get(0))).isEqualTo("120");
        assertThat(value(ids.get(1))).isEqualTo("85.5");
        assertThat(value(ids.get(2))).isEmpty();
        assertThat(browser.page("/" + plural + "/" + ids.get(2)).text()).contains("environ cent");
        assertThat(browser.page("/" + plural + "?sort=custom.surface").text()).contains("85,5");

        var operation = operation();
        var undone = world.asAdministrator(() -> undo.undo(operation));
        assertThat(undone.blocked() + undone.kept()).isZero();
        assertThat(value(ids.get(0))).isEqualTo("\"120\"");
        assertThat(value(ids.get(2))).isEqualTo("\"environ cent\"");

        var again = world.asAdministrator(() -> undo.undo(undone.operation()));
        assertThat(again.blocked() + again.kept()).isZero();
        assertThat(value(ids.get(1))).isEqualTo("85.5");
        assertThat(browser.page("/" + plural + "/" + ids.get(1) + "?at=2026-01-01T")
                        .select("h1"))
                .isNotEmpty();
    }

    @Test
    void aTypeIsNotTakenBackOnceTheFieldWasWrittenAgain() {
        field("Surface", "TEXT");
        var values = Values.object();
        values.put("name", "Salle");
        values.put("custom.surface", "12");
        var id = make(code, values);
        browser.post(href("Surface") + "/type", "to", "NUMBER");
        var operation = operation();
        world.asAdministrator(() -> {
            var other = Values.object();
            other.put("custom.surface", 13);
            return records.write(Intent.of("record.update", "Salle"), w -> w.update(code, id, null, other));
        });
        var answer = browser.post("/operations/" + operation + "/undo");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(value(id)).isEqualTo("13");
    }

    private String href(String label) {
        return browser.page(SETTINGS + "/" + code).select("a.mid").stream()
                .filter(a -> a.text().equals(label))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private String value(UUID id) {
        var found = world.asAdministrator(() -> records.find(code, id).orElseThrow());
        var value = found.value("custom.surface");
        return Values.empty(value) ? "" : Values.json(value);
    }

    @Test
    void aFileIsSentKeptAndFetchedByThoseWhoSeeTheRecordAlone() {
        field("Photos", "FILE");
        var sent = browser.upload(
                "/records/" + code + "/files",
                "../../plan du toit.pdf",
                "le plan".getBytes(StandardCharsets.UTF_8),
                "field",
                "custom.photos");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        var file = browser.page(sent).select("input[name=custom.photos]").val();
        var made = browser.post("/" + plural, "name", "Toiture", "custom.photos", "", "custom.photos", file);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        var card = made.headers().firstValue("Location").orElseThrow().replaceAll("https?://[^/]+", "");
        var link = browser.page(card).select("a[download]").attr("href");
        var fetched = browser.get(link);
        assertThat(fetched.body()).isEqualTo("le plan");
        assertThat(fetched.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .doesNotContain("..");
        assertThat(browser.page("/" + plural).text()).contains("plan du toit.pdf");

        var stranger = world.browserOf(world.kerval().administrator());
        assertThat(stranger.get(link).statusCode()).isEqualTo(404);
        var other = chantier("Autre", "fini", world.verdier().lyon());
        assertThat(browser.get(link.replaceAll("[0-9a-f-]{36}/fields", other + "/fields"))
                        .statusCode())
                .isEqualTo(404);
        var foreign = browser.post(
                "/" + plural, "name", "Vole", "custom.photos", Ids.next().toString());
        assertThat(browser.page(foreign.headers()
                                .firstValue("Location")
                                .orElseThrow()
                                .replaceAll("https?://[^/]+", ""))
                        .select("a[download]"))
                .isEmpty();
    }

    @Test
    void withTwoHundredObjectsEveryPageStillStandsAndTheLimitIsTold() {
        int living = world.asAdministrator(() -> types.own().size());
        world.asAdministrator(() -> records.write(Intent.of("object.create", "beaucoup"), w -> {
            for (int i = living; i < ObjectStore.MOST; i++) {
                var word = word();
                var values = Values.object();
                values.put("code", "o" + word);
                values.put("plural", "o" + word);
                values.put("icon", "boxes");
                for (var name : List.of("oneFr", "manyFr", "oneEn", "manyEn", "titleFr", "titleEn")) {
                    values.put(name, "O" + word);
                }
                w.create("object", values);
            }
            return true;
        }));
        var operation = operation();
        assertThat(browser.page("/customers").select(".side nav a")).hasSizeGreaterThan(200);
        assertThat(browser.get(SETTINGS + "/" + code).statusCode()).isEqualTo(200);
        assertThat(browser.post(SETTINGS, "oneFr", "Un de trop", "icon", "boxes")
                        .statusCode())
                .isEqualTo(409);
        world.asAdministrator(() -> undo.undo(operation));
        assertThat(world.asAdministrator(() -> types.own().size())).isEqualTo(living);
    }

    @Test
    void aCardIsShownAsItWasAtAPastDayAndNothingIsEditedThere() {
        var id = chantier("Halle", "a_preparer", world.verdier().lyon());
        cardboard.age(10);
        world.asAdministrator(() -> {
            var values = Values.object();
            values.put("custom.etape", "fini");
            return records.write(Intent.of("record.update", "Halle"), w -> w.update(code, id, null, values));
        });
        var past = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(5);
        var card = browser.page("/" + plural + "/" + id + "?at=" + past);
        assertThat(card.text()).contains("La fiche telle qu’elle était");
        assertThat(card.select("#facts").text()).contains("À préparer");
        assertThat(card.select("#facts button.val, [hx-put], [hx-post]")).isEmpty();
        assertThat(browser.get("/" + plural + "/" + id + "?at=2001-01-01").statusCode())
                .isEqualTo(404);
    }
}

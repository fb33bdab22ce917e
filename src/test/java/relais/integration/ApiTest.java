package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ApiTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String MIRABEAU = """
            {"kind":"organisation","name":"Fonderies Mirabeau","reference":"C-100","stage":"prospect","tier":"gold",
             "language":"fr","emails":[{"value":"Contact@Mirabeau.example","label":"work"}],
             "phones":[{"value":"04 72 10 20 30","label":null}],
             "addresses":[{"lines":"12 rue des Forges","postcode":"69007","city":"Lyon","country":"FR","label":"siège"}],
             "tags":["fonderie"],"custom":{}}""";

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    private Program administrator() {
        return Program.of(context, world.verdier(), world.verdier().administrator(), "*");
    }

    private static String named(String name) {
        return "{\"kind\":\"organisation\",\"name\":\"" + name + "\"}";
    }

    private static String unique() {
        return "Société " + UUID.randomUUID();
    }

    @Test
    void aCustomerHasTheShapeThatScriptsRelyOn() {
        var program = administrator();
        var made = program.post(CUSTOMERS, MIRABEAU).is(201);
        assertThat(made.text("operation"))
                .isEqualTo(made.header("Relais-Operation"))
                .isNotBlank();
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.header("Location")).isEqualTo(CUSTOMERS + "/" + made.text("id"));

        var read = program.get(made.header("Location")).is(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.text("tier")).isEqualTo("gold");
        assertThat(read.text("stage")).isEqualTo("prospect");
        assertThat(read.body().path("version").asInt()).isEqualTo(1);
        assertThat(read.body().path("emails").toString())
                .isEqualTo("[{\"value\":\"contact@mirabeau.example\",\"label\":\"work\"}]");
        assertThat(read.body().path("phones").toString()).isEqualTo("[{\"value\":\"+33472102030\",\"label\":null}]");
        assertThat(read.body().path("addresses").toString())
                .isEqualTo(
                        "[{\"lines\":\"12 rue des Forges\",\"postcode\":\"69007\",\"city\":\"Lyon\",\"country\":\"FR\",\"label\":\"siège\"}]");
        assertThat(read.body().path("tags").toString()).isEqualTo("[\"fonderie\"]");
        assertThat(read.body().path("custom").isObject()).isTrue();
        for (var property : new String[] {"givenName", "familyName", "owner", "site"}) {
            assertThat(read.body().has(property)).as(property).isTrue();
            assertThat(read.body().path(property).isNull()).as(property).isTrue();
        }
    }

    @Test
    void unknownPropertiesAreRefusedByNameAndNothingIsWritten() {
        var name = unique();
        var answer = administrator()
                .post(
                        CUSTOMERS,
                        "{\"name\":\"" + name + "\",\"surname\":\"X\",\"custom\":{\"nope\":1},\"version\":3,"
                                + "\"emails\":[{\"value\":\"a@b.example\",\"main\":true}]}")
                .problem(400, "property.unknown");
        var pointers = new ArrayList<String>();
        answer.body().path("errors").forEach(e -> pointers.add(e.path("pointer").asString()));
        assertThat(pointers).containsExactly("/surname", "/custom/nope", "/version", "/emails/0/main");
        assertThat(answer.body().path("errors").get(0).path("detail").asString())
                .contains("surname");
        assertThat(found(name)).isZero();
    }

    private int found(String name) {
        var filter = "{\"filter\":{\"field\":\"name\",\"op\":\"is\",\"values\":[\"" + name + "\"]}}";
        return administrator()
                .post(CUSTOMERS + "/query", filter)
                .is(200)
                .body()
                .path("items")
                .size();
    }

    @Test
    void valuesThatCannotBeStoredAreToldWithTheirPlace() {
        var answer = administrator()
                .post(
                        CUSTOMERS,
                        "{\"name\":\"X\",\"tier\":\"GOLD\",\"emails\":[{\"value\":\"a@b.example\"},{\"value\":\"nobody\"}],"
                                + "\"owner\":\"" + UUID.randomUUID() + "\"}")
                .problem(422, "values.refused");
        var pointers = new ArrayList<String>();
        answer.body().path("errors").forEach(e -> pointers.add(e.path("pointer").asString()));
        assertThat(pointers).contains("/tier", "/emails/1");
        administrator().post(CUSTOMERS, "{\"kind\":\"organisation\"}").problem(422, "values.refused");
    }

    @Test
    void aStaleVersionIs412AndTheRightOneWritesInBothForms() {
        var program = administrator();
        var path = program.post(CUSTOMERS, named(unique())).is(201).header("Location");
        program.patch(path, "{\"tier\":\"gold\"}", "If-Match", "1").is(200);
        var stale = program.patch(path, "{\"tier\":\"silver\"}", "If-Match", "\"1\"")
                .problem(412, "version.stale");
        assertThat(stale.header("ETag")).isEqualTo("\"2\"");
        var done = program.patch(path, "{\"tier\":\"silver\"}", "If-Match", "\"2\"")
                .is(200);
        assertThat(done.text("tier")).isEqualTo("silver");
        assertThat(done.header("ETag")).isEqualTo("\"3\"");
        program.delete(path, "If-Match", "2").problem(412, "version.stale");
        program.patch(path, "{}", "If-Match", "later").problem(400, "if-match.malformed");
    }

    @Test
    void aWriteThatChangesNothingIsNoOperation() {
        var program = administrator();
        var path = program.post(CUSTOMERS, named(unique())).is(201).header("Location");
        var same = program.patch(path, "{\"tier\":null}").is(200);
        assertThat(same.body().path("operation").isNull()).isTrue();
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void contactPointsKeepTheirIdentityByValue() {
        var program = administrator();
        var made = program.post(
                        CUSTOMERS,
                        "{\"name\":\"" + unique() + "\",\"emails\":[{\"value\":\"a@x.example\",\"label\":\"a\"},"
                                + "{\"value\":\"b@x.example\"}]}")
                .is(201);
        var before = points(made.text("id"));
        program.patch(
                        made.header("Location"),
                        "{\"emails\":[{\"value\":\"B@X.example\",\"label\":\"b\"},{\"value\":\"c@x.example\"}]}")
                .is(200);
        var after = points(made.text("id"));
        assertThat(after).hasSize(2);
        assertThat(after.get(0)).isEqualTo(before.get(1));
        assertThat(after.get(1)).isNotEqualTo(before.get(0));
    }

    private ArrayList<String> points(String id) {
        var ids = new ArrayList<String>();
        world.asAdministrator(
                        () -> context.getBean(relais.records.Records.class).find("customer", UUID.fromString(id)))
                .orElseThrow()
                .value("emails")
                .forEach(e -> ids.add(e.path("id").asString()));
        return ids;
    }

    @Test
    void aDeletedCustomerIsGoneAndItsUndoBringsItBack() {
        var program = administrator();
        var path = program.post(CUSTOMERS, named(unique())).is(201).header("Location");
        var deleted = program.delete(path, "If-Match", "\"1\"").is(200);
        program.get(path).problem(404, "not.found");
        program.patch(path, "{\"tier\":\"gold\"}").problem(404, "not.found");
        var undone = program.post("/api/v1/operations/" + deleted.text("operation") + "/undo", "{}")
                .is(200);
        assertThat(undone.body().path("reversed").asInt()).isEqualTo(1);
        assertThat(undone.header("Relais-Operation")).isEqualTo(undone.text("operation"));
        program.get(path).is(200);
        program.post("/api/v1/operations/" + deleted.text("operation") + "/undo", "{}")
                .problem(409, "undo.already");
        program.post("/api/v1/operations/" + UUID.randomUUID() + "/undo", "{}").problem(404, "not.found");
    }

    @Test
    void theFormerStateIsReadByItsMoment() throws Exception {
        var program = administrator();
        var made = program.post(CUSTOMERS, named(unique())).is(201);
        var path = made.header("Location");
        var between = java.time.Instant.now();
        Thread.sleep(5);
        program.patch(path, "{\"tier\":\"gold\"}").is(200);
        var then = program.get(path + "?at=" + between).is(200);
        assertThat(then.body().path("tier").isNull()).isTrue();
        assertThat(then.body().path("version").asInt()).isEqualTo(1);
        program.get(path + "?at=2001-01-01").problem(404, "not.found");
        program.get(path + "?at=soon").problem(400, "at.malformed");
    }

    @Test
    void changesTellWhoWroteWhatAndTheOperationNamesTheToken() {
        var program = administrator();
        var made = program.post(CUSTOMERS, named(unique())).is(201);
        var path = made.header("Location");
        program.patch(path, "{\"tier\":\"gold\",\"emails\":[{\"value\":\"a@y.example\"}]}")
                .is(200);
        var first = program.get(path + "/changes?limit=1").is(200).body();
        var change = first.path("items").get(0);
        assertThat(change.path("after").path("tier").asString()).isEqualTo("gold");
        assertThat(change.path("after").path("emails").get(0).has("id")).isFalse();
        assertThat(change.path("before").path("tier").isNull()).isTrue();
        assertThat(change.path("actor").path("kind").asString()).isEqualTo("api");
        var second = program.get(
                        path + "/changes?limit=1&after=" + first.path("next").asString())
                .is(200)
                .body();
        assertThat(second.path("items").get(0).path("operation").asString()).isEqualTo(made.text("operation"));
        assertThat(second.path("next").isNull()).isTrue();
        var operation =
                program.get("/api/v1/operations/" + made.text("operation")).is(200);
        assertThat(operation.text("origin")).isEqualTo("api Programme");
        assertThat(operation.body().path("changes").asInt()).isEqualTo(1);
        var changed = program.get("/api/v1/operations/" + made.text("operation") + "/changes")
                .is(200);
        assertThat(changed.body().path("items").get(0).path("id").asString()).isEqualTo(made.text("id"));
        var listed = program.get("/api/v1/operations?objects=customers&limit=1")
                .is(200)
                .body();
        assertThat(listed.path("items")).hasSize(1);
        program.get("/api/v1/operations?objects=customers&undone=true&after="
                        + listed.path("next").asString())
                .problem(400, "cursor.foreign");
    }

    @Test
    void ownersAndSitesAreFoundByTheirIds() {
        var program = administrator();
        var users = program.get("/api/v1/users").is(200).body().path("items");
        var sites = program.get("/api/v1/sites").is(200).body().path("items");
        assertThat(users.valueStream().map(u -> u.path("name").asString())).contains("Claire Aubry");
        var owner = users.get(0).path("id").asString();
        var site = sites.get(0).path("id").asString();
        var made = program.post(
                        CUSTOMERS,
                        "{\"name\":\"" + unique() + "\",\"owner\":\"" + owner + "\",\"site\":\"" + site + "\"}")
                .is(201);
        assertThat(made.text("owner")).isEqualTo(owner);
        assertThat(made.text("site")).isEqualTo(site);
    }

    @Test
    void theTimelineShowsNotesWrittenOverTheApi() {
        var program = administrator();
        var made = program.post(CUSTOMERS, named(unique())).is(201);
        program.post("/api/v1/notes", "{\"customer\":\"" + made.text("id") + "\",\"body\":\"Rappeler lundi\"}")
                .is(201);
        var timeline =
                program.get(made.header("Location") + "/timeline").is(200).body();
        assertThat(timeline.path("items").get(0).path("text").asString()).isEqualTo("Rappeler lundi");
        program.get("/api/v1/notes/" + made.text("id") + "/timeline").problem(404, "not.found");
    }

    @Test
    void everyPageOfAListIsReadOnceWhateverItsOrder() {
        var program = administrator();
        var mark = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 7; i++) {
            program.post(CUSTOMERS, "{\"name\":\"" + mark + " " + (7 - i) + "\"}")
                    .is(201);
        }
        var filter = "{\"field\":\"name\",\"op\":\"starts\",\"values\":[\"" + mark + "\"]}";
        for (var sort : new String[] {"", "name", "-name", "id", "-id"}) {
            var names = new ArrayList<String>();
            var next = "";
            do {
                var page = program.get(CUSTOMERS + "?limit=3&fields=name&filter=" + encoded(filter) + "&sort=" + sort
                                + "&after=" + next)
                        .is(200)
                        .body();
                page.path("items").forEach(i -> names.add(i.path("name").asString()));
                next = page.path("next").asString("");
            } while (!next.isEmpty());
            assertThat(names).as(sort).hasSize(7).doesNotHaveDuplicates();
            if (sort.endsWith("name")) {
                assertThat(names.getFirst()).endsWith(sort.startsWith("-") ? "7" : "1");
            }
        }
        var one = program.get(CUSTOMERS + "?limit=1&fields=name").is(200).body();
        assertThat(one.path("items").get(0).propertyNames()).containsExactly("id", "version", "name");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aCursorOfAnotherListOrWorkspaceIsRefused() {
        var program = administrator();
        program.post(CUSTOMERS, named(unique())).is(201);
        program.post(CUSTOMERS, named(unique())).is(201);
        var next = program.get(CUSTOMERS + "?limit=1").is(200).text("next");
        program.get(CUSTOMERS + "?limit=1&after=" + next).is(200);
        program.get(CUSTOMERS + "?limit=1&sort=name&after=" + next).problem(400, "cursor.foreign");
        program.get("/api/v1/notes?limit=1&after=" + next).problem(400, "cursor.foreign");
        var kerval = Program.of(context, world.kerval(), world.kerval().administrator(), "*");
        kerval.get(CUSTOMERS + "?limit=1&after=" + next).problem(400, "cursor.foreign");
        program.get(CUSTOMERS + "?after=%00").is(400);
        program.get(CUSTOMERS + "?after=nonsense").problem(400, "cursor.foreign");
        var forged = new String(java.util.Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8)
                .replaceFirst("\"k\":\"[^\"]*\"", "\"k\":\"\\\\u0000\"");
        var text = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        program.get(CUSTOMERS + "?limit=1&after=" + text).problem(400, "cursor.foreign");
    }

    @Test
    void listsRefuseWhatTheyDoNotKnow() {
        var program = administrator();
        program.get(CUSTOMERS + "?limit=1000000").problem(400, "limit.large");
        assertThat(program.get(CUSTOMERS + "?limit=1000000").text("detail")).contains("200");
        program.get(CUSTOMERS + "?limit=0").problem(400, "limit.large");
        program.get(CUSTOMERS + "?sort=nothing").problem(400, "sort.unknown");
        program.get(CUSTOMERS + "?sort=preferences").problem(400, "sort.unindexed");
        program.get(CUSTOMERS + "?fields=secret").problem(400, "field.unknown");
        program.get(CUSTOMERS + "?fliter=x").problem(400, "parameter.unknown");
        program.get(CUSTOMERS + "?filter=" + encoded("{\"field\":\"nope\",\"op\":\"is\",\"values\":[1]}"))
                .problem(400, "filter.mistaken");
        program.get(CUSTOMERS + "?filter=" + encoded("{\"field\":\"name\",\"op\":\"is\",\"values\":[\"\\u0000\"]}"))
                .problem(400, "json.character");
        var answer = program.post(
                        CUSTOMERS + "/query",
                        "{\"filter\":{\"all\":[{\"any\":[{\"field\":\"tier\",\"op\":\"starts\",\"values\":[\"g\"]}]}]}}")
                .problem(400, "filter.mistaken");
        assertThat(answer.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/all/0/any/0");
        program.post(CUSTOMERS + "/query", "{\"fields\":{\"name\":1}}").problem(400, "field.unknown");
        program.post(CUSTOMERS + "/query", "{\"fields\":[[\"name\"]]}").problem(400, "field.unknown");
        program.post(CUSTOMERS + "/query", "{\"fields\":\"name,tier\"}").is(200);
        program.get("/api/v1/nothing").problem(404, "not.found");
        program.get("/api/v1/views").problem(404, "not.found");
        program.get("/api/v1").problem(404, "not.found");
    }

    @Test
    void aTokenSeesExactlyWhatItsPersonMaySee() {
        var company = world.verdier();
        context.getBean(Memberships.class).reach(company.id(), company.agent().id(), Reach.Extent.OWN);
        var all = administrator();
        var name = unique();
        var far = all.post(CUSTOMERS, placed(name, company.nantes(), "F-1")).is(201);
        var near = all.post(CUSTOMERS, placed(name, company.lyon(), "N-1")).is(201);
        var own = Program.of(context, company, company.agent(), "*");
        var one = CUSTOMERS + "/" + far.text("id");
        for (var path : new String[] {one, one + "?at=2040-01-01", one + "/changes", one + "/timeline"}) {
            all.get(path).is(200);
            assertThat(own.get(path).problem(404, "not.found").raw().body()).doesNotContain(name);
        }
        own.patch(one, "{\"tier\":\"gold\"}").is(404);
        own.get("/api/v1/operations/" + far.text("operation")).is(404);
        own.post("/api/v1/operations/" + far.text("operation") + "/undo", "{}").is(404);
        var filter = "{\"filter\":{\"field\":\"name\",\"op\":\"is\",\"values\":[\"" + name + "\"]}}";
        var found = own.post(CUSTOMERS + "/query", filter).is(200);
        assertThat(found.body().path("items")).hasSize(1);
        assertThat(found.body().path("items").get(0).path("id").asString()).isEqualTo(near.text("id"));
        own.patch(CUSTOMERS + "/" + near.text("id"), "{\"site\":\"" + company.nantes() + "\"}")
                .is(422);
        own.patch(CUSTOMERS + "/" + near.text("id"), "{\"shared\":true}").is(200);
        assertThat(own.post(CUSTOMERS, named(unique())).is(201).text("owner"))
                .isEqualTo(company.agent().id().toString());
        var taken = own.post(CUSTOMERS, placed(unique(), company.lyon(), "F-1"));
        assertThat(taken.is(422).raw().body()).doesNotContain(far.text("id"));
        context.getBean(Memberships.class).reach(company.id(), company.agent().id(), Reach.Extent.EVERYTHING);
    }

    private static String placed(String name, UUID site, String reference) {
        return "{\"kind\":\"organisation\",\"name\":\"" + name + "\",\"site\":\"" + site + "\",\"reference\":\""
                + reference + "\"}";
    }
}

package relais.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.identity.tokens.AccessTokens;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RelaisTest
class ScimTest {
    private static final String USER =
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\",\"externalId\":\"x-%s\","
                    + "\"name\":{\"givenName\":\"Zoé\",\"familyName\":\"Neuve\"},\"active\":true,"
                    + "\"emails\":[{\"value\":\"%s\",\"primary\":true}]}";

    @Autowired
    World world;

    @Autowired
    AccessTokens tokens;

    @Autowired
    DSLContext sql;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    @BeforeEach
    void aDirectoryHasAToken() {
        token = token(world.verdier(), world.verdier().administrator(), "scim");
    }

    private String token(World.Company company, World.Person person, String... scopes) {
        return tokens.make(company.id(), person.id(), "Annuaire", List.of(scopes), Duration.ofDays(1));
    }

    private record Answer(HttpResponse<String> raw) {
        int status() {
            return raw.statusCode();
        }

        JsonNode body() {
            return JsonMapper.shared().readTree(raw.body());
        }

        String text(String name) {
            return body().path(name).asString("");
        }

        String etag() {
            return raw.headers().firstValue("ETag").orElse("");
        }
    }

    private Answer ask(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/scim/v2" + path))
                .header("Content-Type", "application/scim+json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String user(String email) {
        var made = ask("POST", "/Users", USER.formatted(email, email, email));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.text("id");
    }

    private static String patch(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
    }

    @Test
    void theDirectoryLearnsWhatRelaisCanDo() {
        var config = ask("GET", "/ServiceProviderConfig", "").body();
        assertThat(config.path("patch").path("supported").asBoolean()).isTrue();
        assertThat(config.path("filter").path("maxResults").asInt()).isEqualTo(200);
        assertThat(ask("GET", "/ResourceTypes", "").body().path("totalResults").asInt())
                .isEqualTo(2);
        assertThat(ask("GET", "/ResourceTypes/User", "").text("endpoint")).isEqualTo("/Users");
        assertThat(ask("GET", "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User", "")
                        .text("name"))
                .isEqualTo("User");
        assertThat(ask("GET", "/Schemas/Other", "").status()).isEqualTo(404);
    }

    @Test
    void onlyATokenOfThatScopeOfAnAdministratorEnters() {
        token = "";
        assertThat(ask("GET", "/Users", "").status()).isEqualTo(401);
        token = "relais_guess";
        assertThat(ask("GET", "/Users", "").text("status")).isEqualTo("401");
        token = token(world.verdier(), world.verdier().administrator(), "customers:read");
        assertThat(ask("GET", "/Users", "").status()).isEqualTo(403);
        token = token(world.verdier(), world.verdier().manager(), "scim");
        assertThat(ask("GET", "/Users", "").status()).isEqualTo(403);
    }

    @Test
    void aPersonIsMadeFoundChangedAndBarredWithTheirSessionsAtOnce() {
        var id = user("zoe.neuve@verdier.example");
        var found = ask("GET", "/Users?filter=userName%20eq%20%22ZOE.neuve@verdier.example%22", "");
        assertThat(found.body().path("totalResults").asInt()).isEqualTo(1);
        var one = found.body().path("Resources").get(0);
        assertThat(one.path("displayName").asString()).isEqualTo("Zoé Neuve");
        assertThat(one.path("externalId").asString()).isEqualTo("x-zoe.neuve@verdier.example");
        assertThat(one.path("roles").get(0).path("value").asString()).isEqualTo("reader");

        var renamed = ask(
                "PATCH",
                "/Users/" + id,
                patch("{\"op\":\"Replace\",\"path\":\"displayName\",\"value\":\"Zoé Vieille\"},"
                        + "{\"op\":\"replace\",\"path\":\"roles\",\"value\":[{\"value\":\"agent\"}]}"));
        assertThat(renamed.text("displayName")).isEqualTo("Zoé Vieille");
        assertThat(renamed.body().path("roles").get(0).path("value").asString()).isEqualTo("agent");

        sql.execute(
                "UPDATE identity.account SET password_hash = (SELECT password_hash FROM identity.account WHERE id = ?) WHERE id = CAST(? AS uuid)",
                world.verdier().agent().id(),
                id);
        var browser = world.browser();
        browser.signIn("zoe.neuve@verdier.example", World.PASSWORD);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        var barred = ask("PATCH", "/Users/" + id, patch("{\"op\":\"replace\",\"value\":{\"active\":\"False\"}}"));
        assertThat(barred.body().path("active").asBoolean(true)).isFalse();
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(world.browserOf(world.verdier().administrator())
                        .page("/settings/team/journal")
                        .text())
                .contains("Accès coupé", "zoe.neuve@verdier.example");

        ask("PATCH", "/Users/" + id, patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":true}"));
        browser.signIn("zoe.neuve@verdier.example", World.PASSWORD);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsDeletedIsNoResourceAnyMoreButTheirHistoryStaysAndTheyCanComeBack() {
        var id = user("passe@verdier.example");
        assertThat(ask("DELETE", "/Users/" + id, "").status()).isEqualTo(204);
        assertThat(ask("GET", "/Users/" + id, "").status()).isEqualTo(404);
        assertThat(ask("GET", "/Users?filter=userName%20eq%20%22passe@verdier.example%22", "")
                        .body()
                        .path("totalResults")
                        .asInt())
                .isZero();
        assertThat(sql.fetchCount(sql.selectFrom("identity.account").where("id = CAST(? AS uuid)", id)))
                .isEqualTo(1);
        assertThat(user("passe@verdier.example")).isEqualTo(id);
    }

    @Test
    void theSameAddressTwiceIsAConflict() {
        user("double@verdier.example");
        var again = ask("POST", "/Users", USER.formatted("double@verdier.example", "y", "double@verdier.example"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("scimType")).isEqualTo("uniqueness");
    }

    @Test
    void theLastAdministratorCannotBeTakenAway() {
        var administrator = world.kerval().administrator();
        var second = world.kerval().manager();
        sql.execute(
                "UPDATE identity.membership SET role = 'administrator' WHERE workspace_id = ? AND account_id = ?",
                world.kerval().id(),
                second.id());
        token = token(world.kerval(), second, "scim");
        var path = "/Users/" + administrator.id();
        assertThat(ask("PATCH", path, patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"))
                        .status())
                .isEqualTo(200);
        var own = "/Users/" + second.id();
        assertThat(ask("PATCH", own, patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"))
                        .status())
                .isEqualTo(409);
        assertThat(ask("DELETE", own, "").status()).isEqualTo(409);
        assertThat(ask(
                                "PATCH",
                                own,
                                patch("{\"op\":\"replace\",\"path\":\"roles\",\"value\":[{\"value\":\"reader\"}]}"))
                        .status())
                .isEqualTo(409);
        assertThat(ask("GET", own, "").body().path("roles").get(0).path("value").asString())
                .isEqualTo("administrator");
        ask("PATCH", path, patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":true}"));
        sql.execute(
                "UPDATE identity.membership SET role = 'manager' WHERE workspace_id = ? AND account_id = ?",
                world.kerval().id(),
                second.id());
    }

    @Test
    void groupsAreTeams() {
        var id = user("equipe@verdier.example");
        var group = ask(
                "POST",
                "/Groups",
                "{\"displayName\":\"Renfort\",\"externalId\":\"g1\",\"members\":[{\"value\":\"" + id + "\"}]}");
        assertThat(group.status()).as(group.raw().body()).isEqualTo(201);
        var path = "/Groups/" + group.text("id");
        assertThat(ask("GET", "/Users/" + id, "")
                        .body()
                        .path("groups")
                        .get(0)
                        .path("display")
                        .asString())
                .isEqualTo("Renfort");
        var agent = world.verdier().agent().id();
        var added = ask(
                "PATCH",
                path,
                patch("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + agent + "\"}]}"));
        assertThat(added.body().path("members").size()).isEqualTo(2);
        var removed =
                ask("PATCH", path, patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}"));
        assertThat(removed.body().path("members").size()).isEqualTo(1);
        assertThat(ask("PATCH", path, patch("{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Renforts\"}"))
                        .text("displayName"))
                .isEqualTo("Renforts");
        assertThat(ask("GET", "/Groups?filter=displayName%20eq%20%22Comptoir%22", "")
                        .body()
                        .path("totalResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(ask("POST", "/Groups", "{\"displayName\":\"Comptoir\"}").status())
                .isEqualTo(409);
        assertThat(ask(
                                "PATCH",
                                path,
                                patch("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\""
                                        + world.kerval().agent().id() + "\"}]}"))
                        .status())
                .isEqualTo(400);
        assertThat(ask("DELETE", path, "").status()).isEqualTo(204);
        assertThat(ask("GET", path, "").status()).isEqualTo(404);
    }

    @Test
    void anotherWorkspaceIsOutOfReach() {
        var stranger = "/Users/" + world.kerval().agent().id();
        for (var method : List.of("GET", "DELETE")) {
            assertThat(ask(method, stranger, "").status()).as(method).isEqualTo(404);
        }
        assertThat(ask("PATCH", stranger, patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"))
                        .status())
                .isEqualTo(404);
        assertThat(ask("GET", "/Users", "").raw().body()).doesNotContain("kerval.example");
        // Whoever has an account elsewhere is invited, not taken over.
        var id = user(world.kerval().reader().email());
        assertThat(sql.fetchSingle(
                                "SELECT accepted_at FROM identity.membership WHERE workspace_id = ? AND account_id = CAST(? AS uuid)",
                                world.verdier().id(),
                                id)
                        .get(0))
                .isNull();
        ask("PATCH", "/Users/" + id, patch("{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Autre\"}"));
        assertThat(sql.fetchSingle("SELECT name FROM identity.account WHERE id = CAST(? AS uuid)", id)
                        .get(0, String.class))
                .isEqualTo("Soizic Morvan");
        assertThat(ask(
                                "PATCH",
                                "/Users/" + id,
                                patch("{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"mien@verdier.example\"}"))
                        .status())
                .isEqualTo(409);
        ask("DELETE", "/Users/" + id, "");
    }

    @Test
    void versionsKeepTwoDirectoriesFromOverwritingEachOther() {
        var id = user("version@verdier.example");
        var read = ask("GET", "/Users/" + id, "");
        assertThat(read.etag()).startsWith("W/\"");
        assertThat(ask("GET", "/Users/" + id, "", "If-None-Match", read.etag()).status())
                .isEqualTo(304);
        var change = patch("{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Un\"}");
        assertThat(ask("PATCH", "/Users/" + id, change, "If-Match", read.etag()).status())
                .isEqualTo(200);
        assertThat(ask("PATCH", "/Users/" + id, change, "If-Match", read.etag()).status())
                .isEqualTo(412);
    }

    @Test
    void listsComeInPages() {
        for (int i = 0; i < 3; i++) {
            user("page" + i + "@verdier.example");
        }
        var page = ask("GET", "/Users?startIndex=2&count=2", "").body();
        assertThat(page.path("itemsPerPage").asInt()).isEqualTo(2);
        assertThat(page.path("startIndex").asInt()).isEqualTo(2);
        assertThat(page.path("totalResults").asInt()).isGreaterThan(4);
        assertThat(ask("GET", "/Users?count=0", "").body().path("Resources").size())
                .isZero();
        assertThat(ask("GET", "/Users?count=1000000000", "")
                        .body()
                        .path("itemsPerPage")
                        .asInt())
                .isLessThanOrEqualTo(200);
        assertThat(ask("GET", "/Users?startIndex=x", "").status()).isEqualTo(400);
    }

    @Test
    void whatIsMalformedIsSaidInTheWordsOfTheStandard() {
        var id = user("malforme@verdier.example");
        record Case(String method, String path, String body, String type) {}
        for (var wrong : List.of(
                new Case("POST", "/Users", "{", "invalidSyntax"),
                new Case("POST", "/Users", "[]", "invalidSyntax"),
                new Case("POST", "/Users", "{\"a\":".repeat(40) + "1" + "}".repeat(40), "invalidSyntax"),
                new Case("POST", "/Users", "[".repeat(100_000), "invalidSyntax"),
                new Case("POST", "/Users", "{}", "invalidValue"),
                new Case("POST", "/Users", "{\"userName\":{\"a\":1}}", "invalidValue"),
                new Case("POST", "/Users", "{\"userName\":\"sans adresse\"}", "invalidValue"),
                new Case("PATCH", "/Users/" + id, "{}", "invalidSyntax"),
                new Case("PATCH", "/Users/" + id, patch("{\"op\":\"frob\"}"), "invalidSyntax"),
                new Case(
                        "PATCH",
                        "/Users/" + id,
                        patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":\"perhaps\"}"),
                        "invalidValue"),
                new Case(
                        "PATCH",
                        "/Users/" + id,
                        patch("{\"op\":\"replace\",\"path\":\"name[[\",\"value\":1}"),
                        "invalidPath"),
                new Case("PATCH", "/Users/" + id, patch("{\"op\":\"replace\",\"value\":3}"), "noTarget"),
                new Case("GET", "/Users?filter=userName%20sw%20%22a%22", "", "invalidFilter"),
                new Case("GET", "/Users?filter=" + "(".repeat(500), "", "invalidFilter"))) {
            var answer = ask(wrong.method(), wrong.path(), wrong.body());
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(400);
            assertThat(answer.text("scimType")).as(wrong.toString()).isEqualTo(wrong.type());
            assertThat(answer.raw().headers().firstValue("Content-Type").orElse(""))
                    .contains("scim+json");
        }
        assertThat(ask("POST", "/Users", "{\"userName\":\"" + "a".repeat(1_200_000) + "\"}")
                        .status())
                .isIn(400, 413);
        assertThat(ask("GET", "/Users/no-id", "").status()).isEqualTo(404);
    }
}

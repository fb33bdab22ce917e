package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.identity.Memberships;
import relais.identity.tokens.AccessTokens;
import relais.platform.commands.Commands;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ApiTokensTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    AccessTokens tokens;

    private String token(World.Company company, World.Person person, String... scopes) {
        return tokens.make(
                company.id(), person.id(), "Jeton " + UUID.randomUUID(), List.of(scopes), Duration.ofDays(1));
    }

    @Test
    void onlyALiveTokenOpensTheApi() {
        Program.with(context, "").get(CUSTOMERS).problem(401, "token.invalid");
        var wrong = Program.with(context, "relais_nonsense").get(CUSTOMERS).problem(401, "token.invalid");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
        var secret = token(world.verdier(), world.verdier().agent(), "*");
        var program = Program.with(context, secret);
        program.get(CUSTOMERS).is(200);
        var known =
                tokens.of(world.verdier().id(), world.verdier().agent().id()).getFirst();
        tokens.revoke(world.verdier().id(), known.id());
        program.get(CUSTOMERS).problem(401, "token.invalid");
    }

    @Test
    void anExpiredTokenOpensNothing() {
        var secret = tokens.make(
                world.verdier().id(), world.verdier().agent().id(), "Court", List.of("*"), Duration.ofSeconds(-1));
        Program.with(context, secret).get(CUSTOMERS).problem(401, "token.invalid");
    }

    @Test
    void whoeverLeftTheWorkspaceEntersByNoTokenEither() throws Exception {
        var person = world.kerval().reader();
        var program = Program.with(context, token(world.kerval(), person, "*"));
        program.get(CUSTOMERS).is(200);
        var memberships = context.getBean(Memberships.class);
        memberships.disabled(world.kerval().id(), person.id(), true);
        Thread.sleep(1_100);
        program.get(CUSTOMERS).problem(401, "token.invalid");
        memberships.disabled(world.kerval().id(), person.id(), false);
    }

    @Test
    void theTokenOfAnotherWorkspaceSeesNothingOfThisOne() {
        var verdier =
                Program.with(context, token(world.verdier(), world.verdier().administrator(), "*"));
        var kerval = Program.with(context, token(world.kerval(), world.kerval().administrator(), "*"));
        var made = verdier.post(CUSTOMERS, "{\"name\":\"Secret de Verdier\"}").is(201);
        var path = made.header("Location");
        kerval.get(path).problem(404, "not.found");
        kerval.get(path + "/changes").problem(404, "not.found");
        kerval.get(path + "/timeline").problem(404, "not.found");
        kerval.get(path + "?at=2100-01-01").problem(404, "not.found");
        kerval.patch(path, "{\"name\":\"X\"}").problem(404, "not.found");
        kerval.delete(path).problem(404, "not.found");
        kerval.get("/api/v1/operations/" + made.text("operation")).problem(404, "not.found");
        kerval.post("/api/v1/operations/" + made.text("operation") + "/undo", "{}")
                .problem(404, "not.found");
        assertThat(kerval.get(CUSTOMERS).is(200).raw().body()).doesNotContain("Secret de Verdier");
        assertThat(kerval.get("/api/v1/operations").is(200).raw().body()).doesNotContain("Secret de Verdier");
        kerval.post("/api/v1/notes", "{\"customer\":\"" + made.text("id") + "\",\"body\":\"x\"}")
                .problem(422, "values.refused");
    }

    @Test
    void scopesNarrowWhatThePersonMay() {
        var administrator = world.verdier().administrator();
        var reading = Program.with(context, token(world.verdier(), administrator, "customers:read"));
        reading.get(CUSTOMERS).is(200);
        var refused = reading.post(CUSTOMERS, "{\"name\":\"X\"}").problem(403, "scope.missing");
        assertThat(refused.text("detail")).contains("customers:write");
        reading.get("/api/v1/notes").problem(403, "scope.missing");
        reading.get("/api/v1/operations").problem(403, "scope.missing");
        reading.get(
                        CUSTOMERS
                                + "?filter=%7B%22related%22%3A%22notes%22%2C%22op%22%3A%22at_least%22%2C%22values%22%3A%5B1%5D%7D")
                .problem(400, "filter.mistaken");

        var writing = Program.with(context, token(world.verdier(), administrator, "customers:write"));
        writing.get(CUSTOMERS).problem(403, "scope.missing");
        var made = writing.post(CUSTOMERS, "{\"name\":\"Vu de personne\",\"tier\":\"gold\"}")
                .is(201);
        assertThat(made.raw().body()).doesNotContain("gold").doesNotContain("Vu de personne");
        writing.patch(made.header("Location"), "{\"tier\":\"silver\"}").is(200);
        writing.post("/api/v1/operations/" + made.text("operation") + "/undo", "{}")
                .problem(403, "scope.missing");

        var undoing = Program.with(context, token(world.verdier(), administrator, "operations:undo"));
        undoing.post("/api/v1/operations/" + made.text("operation") + "/undo", "{}")
                .problem(403, "right.missing");
    }

    @Test
    void theRoleNarrowsWhatTheScopesGive() {
        var reader =
                Program.with(context, token(world.verdier(), world.verdier().reader(), "*"));
        reader.get(CUSTOMERS).is(200);
        reader.post(CUSTOMERS, "{\"name\":\"X\"}").problem(403, "right.missing");
        var agent = Program.with(context, token(world.verdier(), world.verdier().agent(), "*"));
        var path =
                agent.post(CUSTOMERS, "{\"name\":\"Client de Claire\"}").is(201).header("Location");
        agent.delete(path).problem(403, "right.missing");
    }

    @Test
    void cookiesNeverOpenTheApiAndTokensNeverOpenPages() {
        var browser = world.browserOf(world.verdier().administrator());
        var answer = browser.send(browser.request(CUSTOMERS).GET().build());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser.post(CUSTOMERS, "name", "X").statusCode()).isEqualTo(401);
        var program =
                Program.with(context, token(world.verdier(), world.verdier().administrator(), "*"));
        assertThat(program.get("/customers").status()).isEqualTo(302);
        assertThat(program.get("/settings/tokens").status()).isEqualTo(302);
    }

    @Test
    void aTokenIsMadeInTheSettingsToldOnceAndRevoked() {
        var browser = world.browserOf(world.verdier().agent());
        var form = new String[] {"name", "Site web", "scopes", "customers:read", "days", "30", "password"};
        assertThat(made(browser, form, "faux").statusCode()).isEqualTo(422);
        var page = browser.page(made(browser, form, World.PASSWORD));
        var secret = page.select("#secret").val();
        assertThat(secret).startsWith("relais_");
        Program.with(context, secret).get(CUSTOMERS).is(200);
        var list = browser.page("/settings/tokens");
        assertThat(list.text()).contains("Site web").doesNotContain(secret);
        var revoke = list.select("form[action$=/revocation]").attr("action");
        var other = world.browserOf(world.verdier().reader());
        assertThat(other.page("/settings/tokens").text()).doesNotContain("Site web");
        assertThat(other.post(revoke).statusCode()).isEqualTo(404);
        assertThat(world.browserOf(world.verdier().administrator())
                        .page("/settings/tokens")
                        .text())
                .contains("Site web")
                .contains("Claire Aubry");
        assertThat(browser.post(revoke).statusCode()).isEqualTo(303);
        Program.with(context, secret).get(CUSTOMERS).problem(401, "token.invalid");
    }

    private static java.net.http.HttpResponse<String> made(
            relais.world.Browser browser, String[] form, String password) {
        var all = java.util.Arrays.copyOf(form, form.length + 1);
        all[form.length] = password;
        return browser.post("/settings/tokens", all);
    }

    @Test
    void theCommandPrintsTheTokenAloneListsAndRevokes() {
        var slug = context.getBean(DSLContext.class)
                .fetchSingle(
                        "SELECT slug FROM identity.workspace WHERE id = ?",
                        world.kerval().id())
                .get("slug", String.class);
        var made =
                command("create", "--name", "Import", "--scope", "customers:read", "notes:read", "--workspace", slug);
        assertThat(made).matches("relais_[\\w-]{43}\\R");
        Program.with(context, made.strip()).get(CUSTOMERS).is(200);
        var listed = command("list", "--workspace", slug);
        assertThat(listed)
                .contains("Import")
                .contains("customers:read notes:read")
                .doesNotContain(made.strip());
        command("revoke", "Import", "--workspace", slug);
        Program.with(context, made.strip()).get(CUSTOMERS).problem(401, "token.invalid");
        assertThat(command("create", "--name", "X", "--scope", "everything:read", "--workspace", slug))
                .isEmpty();
        assertThat(command("create", "--name", "X", "--scope", "*")).isEmpty();
    }

    private String command(String... words) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            context.getBean(Commands.class).run("token", List.of(words));
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class HostileApiTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    private Program program() {
        return Program.of(context, world.verdier(), world.verdier().administrator(), "*");
    }

    @Test
    void whatIsNotJsonIsRefusedWithItsPlace() {
        var program = program();
        var broken = program.post(CUSTOMERS, "{\"name\":\n \"x\",}").problem(400, "json.malformed");
        assertThat(broken.text("detail")).contains("2");
        program.post(CUSTOMERS, "").problem(400, "json.object");
        program.post(CUSTOMERS, "[]").problem(400, "json.object");
        program.post(CUSTOMERS, "{} {}").problem(400, "json.malformed");
        program.post(CUSTOMERS, "{\"name\":\"a\",\"name\":\"b\"}").problem(400, "json.malformed");
        program.post(CUSTOMERS, "{\"name\":\"a\\u0000b\"}").problem(400, "json.character");
        program.post(CUSTOMERS, "{\"name\":\"\\ud800\"}").problem(400, "json.character");
        program.post(CUSTOMERS, "{\"custom\":{\"x\":1e99999999}}").is(400);
    }

    @Test
    void fiveThousandLevelsAreRefused() {
        var deep = "[".repeat(5_000) + "]".repeat(5_000);
        program().post(CUSTOMERS, "{\"tags\":" + deep + "}").problem(400, "json.limits");
        var nested = "{\"all\":[".repeat(5_000) + "]}".repeat(5_000);
        program().post(CUSTOMERS + "/query", "{\"filter\":" + nested + "}").problem(400, "json.limits");
        var eleven = "{\"all\":[".repeat(11) + "]}".repeat(11);
        program().post(CUSTOMERS + "/query", "{\"filter\":" + eleven + "}").problem(400, "criteria.large");
    }

    @Test
    void aBodyOfThirtyMegabytesIsTooLarge() {
        var body = new byte[30_000_000];
        var announced = program()
                .request(CUSTOMERS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        program().send(announced.build()).problem(413, "body.large");
        var half = new byte[1_500_000];
        java.util.Arrays.fill(half, (byte) ' ');
        var chunked = program()
                .request(CUSTOMERS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(half)));
        program().send(chunked.build()).problem(413, "body.large");
    }

    @Test
    void otherContentTypesAndMethodsAreRefused() {
        var program = program();
        program.post(CUSTOMERS, "name=x", "Content-Type", "application/x-www-form-urlencoded")
                .problem(415, "content.type");
        program.post(CUSTOMERS, "{}", "Content-Type", "text/plain").problem(415, "content.type");
        program.post(CUSTOMERS, "{}", "Content-Encoding", "gzip").problem(415, "content.type");
        program.send("PUT", CUSTOMERS, "{}").problem(405, "method.unknown");
        program.send("GET", CUSTOMERS, null, "Accept", "text/csv").problem(406, "accept.unknown");
        program.get(CUSTOMERS + "/" + UUID.randomUUID()).problem(404, "not.found");
        program.get(CUSTOMERS + "/" + "a".repeat(36)).problem(404, "not.found");
    }

    @Test
    void hostileTextIsKeptAsItIs() {
        var program = program();
        for (var name : List.of(
                "<script>alert(1)</script>",
                "'; DROP TABLE customers.customer; --",
                "100 % _ \\\\ back",
                "Émilie 🎉 שלום مرحبا",
                "{0} ${7*7} {{7*7}}")) {
            var made = program.post(CUSTOMERS, "{\"name\":\"" + name + "\"}").is(201);
            var read = program.get(made.header("Location")).is(200);
            assertThat(read.text("name")).isEqualTo(name.replace("\\\\", "\\"));
            assertThat(program.get("/api/v1/operations/" + made.text("operation"))
                            .is(200)
                            .text("sentence"))
                    .contains(read.text("name"));
        }
    }

    @Test
    void problemsAreToldInTheCallersLanguage() {
        var program = program();
        var french = program.send("GET", CUSTOMERS + "?limit=0", null, "Accept-Language", "fr-CH, en;q=0.5");
        assertThat(french.problem(400, "limit.large").text("detail")).contains("limite");
        var english = program.send("GET", CUSTOMERS + "?limit=0", null, "Accept-Language", "en-GB");
        assertThat(english.problem(400, "limit.large").text("detail")).contains("limit is");
        var stranger = Program.with(context, "").send("GET", CUSTOMERS, null, "Accept-Language", "fr");
        assertThat(stranger.problem(401, "token.invalid").text("detail")).contains("jeton");
    }

    @Test
    void theSameKeyAnswersTheSameAndWritesOnce() {
        var program = program();
        var key = UUID.randomUUID().toString();
        var first = program.post(CUSTOMERS, "{\"name\":\"Une fois\",\"tier\":\"gold\"}", "Idempotency-Key", key)
                .is(201);
        var second = program.post(CUSTOMERS, "{\"tier\":\"gold\",\"name\":\"Une fois\"}", "Idempotency-Key", key)
                .is(201);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(second.header("Relais-Operation")).isEqualTo(first.header("Relais-Operation"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        program.post(CUSTOMERS, "{\"name\":\"Autre\"}", "Idempotency-Key", key).problem(422, "idempotency.reused");
        program.patch(first.header("Location"), "{\"name\":\"Autre\"}", "Idempotency-Key", key)
                .problem(422, "idempotency.reused");
        program.post(CUSTOMERS, "{\"name\":\"X\"}", "Idempotency-Key", "a b").problem(400, "idempotency.key");
        program.post(CUSTOMERS, "{\"name\":\"X\"}", "Idempotency-Key", "k".repeat(256))
                .problem(400, "idempotency.key");
    }

    @Test
    void aRefusedWriteLeavesItsKeyFree() {
        var program = program();
        var key = UUID.randomUUID().toString();
        program.post(CUSTOMERS, "{\"name\":\"X\",\"tier\":\"tin\"}", "Idempotency-Key", key)
                .problem(422, "values.refused");
        program.post(CUSTOMERS, "{\"name\":\"X\",\"tier\":\"gold\"}", "Idempotency-Key", key)
                .is(201);
    }

    @Test
    void keysOfAnotherPersonAreTheirOwn() {
        var key = UUID.randomUUID().toString();
        var one = program()
                .post(CUSTOMERS, "{\"name\":\"Clé\"}", "Idempotency-Key", key)
                .is(201);
        var agent = Program.of(context, world.verdier(), world.verdier().agent(), "*");
        var two = agent.post(CUSTOMERS, "{\"name\":\"Clé\"}", "Idempotency-Key", key)
                .is(201);
        var kerval = Program.of(context, world.kerval(), world.kerval().administrator(), "*");
        var three = kerval.post(CUSTOMERS, "{\"name\":\"Clé\"}", "Idempotency-Key", key)
                .is(201);
        assertThat(new HashSet<>(List.of(one.text("id"), two.text("id"), three.text("id"))))
                .hasSize(3);
    }

    @Test
    void keysAreForgottenAfterTwoDays() {
        var company = world.verdier();
        var sql = context.getBean(org.jooq.DSLContext.class);
        for (var age : new int[] {1, 3}) {
            world.inTransaction(
                    company,
                    () -> sql.execute(
                            "INSERT INTO integration.idempotency (tenant_id, account_id, key, fingerprint, answer, created_at)"
                                    + " VALUES (?, ?, ?, '', '{}', CAST(? AS timestamptz))",
                            company.id(),
                            company.administrator().id(),
                            "days-" + age,
                            java.time.Instant.now().minus(java.time.Duration.ofDays(age))));
        }
        world.inTransaction(
                company,
                () -> context.getBean(relais.platform.jobs.Jobs.class).submit("api.idempotency.sweep", null, ""));
        relais.world.Homes.await(() -> world.inTransaction(
                        company,
                        () -> sql.fetch(
                                        "SELECT key FROM integration.idempotency WHERE tenant_id = ? AND key LIKE 'days-%'",
                                        company.id())
                                .map(r -> r.get(0, String.class)))
                .equals(List.of("days-1")));
    }

    @Test
    void theSameKeyTwentyTimesAtOnceIsOneRow() throws Exception {
        var program = program();
        var key = UUID.randomUUID().toString();
        var name = "Vingt " + UUID.randomUUID();
        var answers = atOnce(20, () -> program.post(CUSTOMERS, "{\"name\":\"" + name + "\"}", "Idempotency-Key", key));
        answers.forEach(a -> a.is(201));
        assertThat(answers.stream().map(a -> a.raw().body()).distinct()).hasSize(1);
        var found = program.post(
                        CUSTOMERS + "/query",
                        "{\"filter\":{\"field\":\"name\",\"op\":\"is\",\"values\":[\"" + name + "\"]}}")
                .is(200);
        assertThat(found.body().path("items")).hasSize(1);
    }

    @Test
    void twoHundredAtOnceAreServedOrSentAwayWithAWord() throws Exception {
        var programs = new ArrayList<Program>();
        for (int i = 0; i < 5; i++) {
            programs.add(program());
        }
        var turn = new java.util.concurrent.atomic.AtomicInteger();
        var answers = atOnce(200, () -> {
            int n = turn.getAndIncrement();
            return programs.get(n % 5)
                    .post(CUSTOMERS, "{\"name\":\"Foule " + n + "\"}", "Idempotency-Key", "crowd-" + n);
        });
        int served = 0;
        for (var answer : answers) {
            assertThat(answer.status()).as(answer.raw().body()).isIn(201, 429, 503);
            if (answer.status() == 201) {
                served++;
            } else {
                assertThat(answer.header("Retry-After")).isNotEmpty();
                answer.problem(answer.status(), answer.status() == 429 ? "crowd.own" : "crowd.full");
            }
        }
        assertThat(served).isGreaterThanOrEqualTo(40);
        program().get(CUSTOMERS + "?limit=1").is(200);
    }

    @Test
    void oneTokenDoesNotTakeEveryPlace() throws Exception {
        var program = program();
        var answers = atOnce(200, () -> program.get(CUSTOMERS + "?limit=200"));
        assertThat(answers).allSatisfy(a -> assertThat(a.status()).isIn(200, 429));
        program.get(CUSTOMERS + "?limit=1").is(200);
    }

    private static List<Program.Answer> atOnce(int times, Callable<Program.Answer> work) throws Exception {
        var answers = new ArrayList<Program.Answer>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<Program.Answer>>();
            for (int i = 0; i < times; i++) {
                running.add(all.submit(work));
            }
            for (var one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    @Test
    void aLikelyDuplicateIsToldOrRefused() {
        var program = program();
        var mail = "d" + UUID.randomUUID().toString().substring(0, 8) + "@double.example";
        var body = "{\"name\":\"Double\",\"emails\":[{\"value\":\"" + mail + "\"}]}";
        var first = program.post(CUSTOMERS, body).is(201);
        assertThat(first.body().path("duplicates")).isEmpty();
        var refused = program.post(CUSTOMERS + "?onDuplicate=refuse", body).problem(409, "duplicate");
        assertThat(refused.body().path("duplicates").get(0).path("id").asString())
                .isEqualTo(first.text("id"));
        var second = program.post(CUSTOMERS, body).is(201);
        assertThat(second.body()
                        .path("duplicates")
                        .get(0)
                        .path("reasons")
                        .get(0)
                        .asString())
                .isEqualTo("email");
        program.post(CUSTOMERS + "?onDuplicate=maybe", body).problem(400, "parameter.unknown");
    }
}

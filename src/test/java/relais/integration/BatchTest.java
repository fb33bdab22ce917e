package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.world.RelaisTest;
import relais.world.World;

/** Many writes in one request. */
@RelaisTest
class BatchTest {
    private static final String BATCH = "/api/v1/batch";

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    private Program administrator() {
        return Program.of(context, world.verdier(), world.verdier().administrator(), "*");
    }

    private static String create(String name) {
        return "{\"action\":\"create\",\"objects\":\"customers\",\"values\":{\"name\":\"" + name + "\"}}";
    }

    private static String batch(boolean atomic, String... mutations) {
        return "{\"atomic\":" + atomic + ",\"mutations\":[" + String.join(",", mutations) + "]}";
    }

    @Test
    void aBatchIsOneOperationThatIsTakenBackAsOne() {
        var program = administrator();
        var first =
                program.post(BATCH, batch(true, create("Un"), create("Deux"))).is(200);
        var id = first.body().path("results").get(0).path("id").asString();
        assertThat(first.body().path("results").get(1).path("status").asInt()).isEqualTo(201);
        var update = "{\"action\":\"update\",\"objects\":\"customers\",\"id\":\"" + id
                + "\",\"version\":1,\"values\":{\"tier\":\"gold\"}}";
        var delete = "{\"action\":\"delete\",\"objects\":\"customers\",\"id\":\""
                + first.body().path("results").get(1).path("id").asString() + "\"}";
        var second = program.post(BATCH, batch(true, update, delete, create("Trois")))
                .is(200);
        var operation = second.text("operation");
        assertThat(second.header("Relais-Operation")).isEqualTo(operation);
        assertThat(program.get("/api/v1/operations/" + operation)
                        .is(200)
                        .body()
                        .path("changes")
                        .asInt())
                .isEqualTo(3);
        program.post("/api/v1/operations/" + operation + "/undo", null).is(200);
        assertThat(program.get("/api/v1/customers/" + id)
                        .is(200)
                        .body()
                        .path("tier")
                        .isNull())
                .isTrue();
    }

    @Test
    void anAtomicBatchWithOneMistakeWritesNothingAndSaysWhere() {
        var program = administrator();
        var name = "Rien " + UUID.randomUUID();
        var wrong = "{\"action\":\"create\",\"objects\":\"customers\",\"values\":{\"name\":\"X\",\"tier\":\"GOLD\"}}";
        var answer = program.post(BATCH, batch(true, create(name), wrong)).problem(422, "batch.refused");
        assertThat(answer.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/mutations/1");
        assertThat(found(program, name)).isZero();
    }

    @Test
    void aBatchItemByItemWritesWhatItCan() {
        var program = administrator();
        var name = "Quand même " + UUID.randomUUID();
        var wrong = "{\"action\":\"create\",\"objects\":\"customers\",\"values\":{\"name\":\"X\",\"tier\":\"GOLD\"}}";
        var absent = "{\"action\":\"delete\",\"objects\":\"customers\",\"id\":\"" + UUID.randomUUID() + "\"}";
        var results = program.post(
                        BATCH,
                        batch(false, wrong, create(name), absent, "{\"action\":\"burn\",\"objects\":\"customers\"}"))
                .is(200)
                .body()
                .path("results");
        assertThat(results.get(0).path("status").asInt()).isEqualTo(422);
        assertThat(results.get(0).path("errors").get(0).path("pointer").asString())
                .isEqualTo("/values/tier");
        assertThat(results.get(1).path("status").asInt()).isEqualTo(201);
        assertThat(results.get(2).path("status").asInt()).isEqualTo(404);
        assertThat(results.get(3).path("code").asString()).isEqualTo("batch.action");
        assertThat(found(program, name)).isEqualTo(1);
    }

    private static int found(Program program, String name) {
        return program.post(
                        "/api/v1/customers/query",
                        "{\"filter\":{\"field\":\"name\",\"op\":\"is\",\"values\":[\"" + name + "\"]}}")
                .is(200)
                .body()
                .path("items")
                .size();
    }

    @Test
    void theSameKeyWritesABatchOnce() {
        var program = administrator();
        var name = "Une fois " + UUID.randomUUID();
        var key = UUID.randomUUID().toString();
        var first = program.post(BATCH, batch(true, create(name)), "Idempotency-Key", key)
                .is(200);
        var second = program.post(BATCH, batch(true, create(name)), "Idempotency-Key", key)
                .is(200);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(found(program, name)).isEqualTo(1);
    }

    @Test
    void aThousandAreWrittenAndOneMoreIsRefused() {
        var program = administrator();
        var many = new String[1_001];
        for (int i = 0; i < many.length; i++) {
            many[i] = create("Mille " + i);
        }
        program.post(BATCH, batch(true, many)).problem(400, "batch.size");
        many[1_000] = many[0];
        var fit = Arrays.copyOf(many, 1_000);
        assertThat(program.post(BATCH, batch(true, fit)).is(200).body().path("results"))
                .hasSize(1_000);
        program.post(BATCH, "{\"mutations\":[]}").problem(400, "batch.size");
        program.post(BATCH, "{\"mutations\":[{}],\"x\":1}").problem(400, "property.unknown");
    }

    @Test
    void everyAnswerTellsWhatMayStillBeSent() {
        var program = administrator();
        var answer = program.get("/api/v1/customers?limit=1").is(200);
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("12000");
        assertThat(Integer.parseInt(answer.header("RateLimit-Remaining"))).isBetween(11_900, 11_999);
        assertThat(answer.header("RateLimit-Reset")).isNotBlank();
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("12000;w=60");
        var next = program.get("/api/v1/customers?limit=x").is(400);
        assertThat(next.header("RateLimit-Remaining")).isNotBlank();
    }
}

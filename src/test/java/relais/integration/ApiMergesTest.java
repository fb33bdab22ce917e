package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ApiMergesTest {
    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    private Program program;
    private String a;
    private String b;

    @BeforeEach
    void twoCustomers() {
        program = Program.of(
                context, world.verdier(), world.verdier().administrator(), "customers:read", "customers:write");
        a = program.post("/api/v1/customers", "{\"kind\":\"organisation\",\"name\":\"Alpha\",\"tier\":\"gold\"}").text("id");
        b = program.post("/api/v1/customers", "{\"kind\":\"organisation\",\"name\":\"Beta\",\"tier\":\"silver\"}").text("id");
    }

    @Test
    void aProgramMergesIsLedToTheSurvivorAndSeparates() {
        var merged = program.post(
                "/api/v1/customers/" + a + "/merge", "{\"others\":[\"" + b + "\"],\"fields\":{\"tier\":\"" + b + "\"}}");
        assertThat(merged.status()).as(merged.raw().body()).isEqualTo(200);
        assertThat(merged.text("tier")).isEqualTo("silver");
        assertThat(merged.text("operation")).isNotEmpty();
        var old = program.get("/api/v1/customers/" + b);
        assertThat(old.status()).isEqualTo(301);
        assertThat(old.header("Location")).isEqualTo("/api/v1/customers/" + a);
        assertThat(old.text("code")).isEqualTo("record.merged");
        var again = program.post("/api/v1/customers/" + a + "/merge", "{\"others\":[\"" + b + "\"]}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("merge.already");
        var separated = program.post("/api/v1/customers/" + b + "/unmerge", "{}");
        assertThat(separated.status()).as(separated.raw().body()).isEqualTo(200);
        assertThat(separated.text("survivor")).isEqualTo(a);
        assertThat(program.get("/api/v1/customers/" + b).text("name")).isEqualTo("Beta");
        assertThat(program.get("/api/v1/customers/" + a).text("tier")).isEqualTo("gold");
    }

    @Test
    void whatIsNoMergeIsRefusedByCode() {
        assertThat(program.post("/api/v1/customers/" + a + "/merge", "{\"others\":[\"" + a + "\"]}").text("code"))
                .isEqualTo("merge.itself");
        assertThat(program.post("/api/v1/customers/" + a + "/merge", "{\"others\":[]}").text("code"))
                .isEqualTo("merge.alone");
        assertThat(program.post("/api/v1/customers/" + a + "/merge", "{\"others\":[7]}").status()).isEqualTo(400);
        assertThat(program.post("/api/v1/customers/" + a + "/unmerge", "{}").status()).isEqualTo(404);
        assertThat(program.get("/api/v1/customers/duplicates").body().path("items").isArray()).isTrue();
    }
}

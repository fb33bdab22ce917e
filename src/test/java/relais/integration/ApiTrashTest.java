package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ApiTrashTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Test
    void whatIsDeletedLiesInTheTrashAndComesBackWithOrWithoutAValueThatIsTaken() {
        var company = world.verdier();
        var program = Program.of(context, company, company.administrator(), "customers:read", "customers:write");
        var made = program.post(
                        "/api/v1/customers", "{\"kind\":\"organisation\",\"name\":\"Jeté\",\"reference\":\"T-1\"}")
                .is(201);
        var path = "/api/v1/customers/" + made.text("id");
        program.post(path + "/restoration", "{}").is(404);
        var deleted = program.delete(path, "If-Match", "\"1\"").is(200);
        program.get(path).is(404);
        var lying = program.get("/api/v1/customers/trash")
                .is(200)
                .body()
                .path("items")
                .path(0);
        assertThat(lying.path("id").asString()).isEqualTo(made.text("id"));
        assertThat(lying.path("title").asString()).isEqualTo("Jeté");
        assertThat(lying.path("operation").asString()).isEqualTo(deleted.text("operation"));
        assertThat(lying.path("deletedBy").asString())
                .isEqualTo(company.administrator().name());

        program.post("/api/v1/customers", "{\"kind\":\"organisation\",\"name\":\"Autre\",\"reference\":\"T-1\"}")
                .is(201);
        program.post(path + "/restoration", "{}").problem(422, "values.refused");
        var back = program.post(path + "/restoration?without=true", "{}").is(200);
        assertThat(back.body().path("reference").isNull()
                        || back.body().path("reference").isMissingNode())
                .isTrue();
        program.get(path).is(200);
        assertThat(program.get("/api/v1/customers/trash").is(200).body().path("items"))
                .isEmpty();
        Program.of(context, company, company.administrator(), "customers:read")
                .get("/api/v1/customers/trash")
                .is(403);
        Program.of(context, world.kerval(), world.kerval().administrator(), "customers:read", "customers:write")
                .post(path + "/restoration", "{}")
                .is(404);
    }
}

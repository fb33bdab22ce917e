package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class OpenApiTest {
    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    private OpenAPI document(World.Company company, String... scopes) {
        var json = Program.of(context, company, company.administrator(), scopes)
                .get("/api/v1/openapi.json")
                .is(200)
                .raw()
                .body();
        var parsed = new OpenAPIV3Parser().readContents(json);
        assertThat(parsed.getMessages()).isEmpty();
        return parsed.getOpenAPI();
    }

    @Test
    void theDocumentIsValidAndNamesEveryPath() {
        var document = document(world.verdier(), "*");
        assertThat(document.getOpenapi()).isEqualTo("3.1.0");
        assertThat(document.getPaths().keySet())
                .contains(
                        "/api/v1/customers",
                        "/api/v1/customers/query",
                        "/api/v1/customers/{id}",
                        "/api/v1/customers/{id}/timeline",
                        "/api/v1/customers/{id}/changes",
                        "/api/v1/affiliations",
                        "/api/v1/notes/{id}",
                        "/api/v1/operations/{id}/undo")
                .noneMatch(p -> p.contains("views") || p.contains("fields"));
        var customer = document.getComponents().getSchemas().get("Customer");
        assertThat(customer.getProperties().keySet())
                .contains("id", "version", "kind", "name", "emails", "phones", "addresses", "tags", "owner", "custom");
        var written = document.getComponents().getSchemas().get("CustomerValues");
        assertThat(written.getProperties().keySet()).doesNotContain("id", "version", "lastContactAt");
    }

    @Test
    void aWorkspaceFindsItsOwnFieldsAndNobodyElsesInIt() {
        world.as(world.kerval(), world.kerval().administrator(), () -> {
            var values = Values.object();
            values.put("object", "customer");
            values.put("code", "essence");
            values.put("labelFr", "Essence de bois");
            values.put("labelEn", "Wood");
            values.put("type", "TEXT");
            var made = context.getBean(Records.class)
                    .write(Intent.of("field.create", "Essence"), w -> w.create("field", values));
            assertThat(made.operation()).as(made.result().toString()).isNotNull();
        });
        assertThat(document(world.kerval(), "*").getComponents().getSchemas().toString())
                .contains("essence");
        assertThat(document(world.verdier(), "*").getComponents().getSchemas().toString())
                .doesNotContain("essence");
        var program = Program.of(context, world.kerval(), world.kerval().administrator(), "*");
        var made = program.post("/api/v1/customers", "{\"name\":\"Bois\",\"custom\":{\"essence\":\"chêne\"}}")
                .is(201);
        assertThat(made.body().path("custom").path("essence").asString()).isEqualTo("chêne");
        assertThat(program.get(made.header("Location") + "?fields=custom")
                        .body()
                        .path("custom")
                        .path("essence")
                        .asString())
                .isEqualTo("chêne");
        var verdier = Program.of(context, world.verdier(), world.verdier().administrator(), "*");
        verdier.post("/api/v1/customers", "{\"name\":\"Bois\",\"custom\":{\"essence\":\"chêne\"}}")
                .problem(400, "property.unknown");
    }

    @Test
    void aNarrowTokenReadsOnlyOfItsObjects() {
        assertThat(document(world.verdier(), "notes:read").getPaths().keySet())
                .contains("/api/v1/notes")
                .doesNotContain("/api/v1/customers");
    }
}

package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.identity.tokens.AccessTokens;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.world.RelaisTest;
import relais.world.World;

/**
 * A client that openapi-generator makes from our document compiles and works. The generator comes from Maven Central once
 * and lies in Maven's own folder then; without it and without a network the test is skipped.
 */
@RelaisTest
class ExternalClientTest {
    private static final String VERSION = "7.14.0";
    private static final Path GENERATOR = Path.of(
            System.getProperty("user.home"),
            ".m2/repository/org/openapitools/openapi-generator-cli",
            VERSION,
            "openapi-generator-cli-" + VERSION + ".jar");
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path folder;

    @Test
    void aGeneratedClientCreatesQueriesEditsAndUndoes() throws Exception {
        Assumptions.assumeTrue(generator(), "openapi-generator is not here and could not be fetched");
        var own = ownObject();
        var program = Program.of(context, world.verdier(), world.verdier().administrator(), "*");
        var document = program.get("/api/v1/openapi.json").is(200).raw().body();
        Files.writeString(folder.resolve("openapi.json"), document);
        run(
                JAVA,
                "-jar",
                GENERATOR.toString(),
                "generate",
                "-i",
                "openapi.json",
                "-g",
                "java",
                "--library",
                "native",
                "-o",
                "client",
                "--additional-properties=openApiNullable=false,containerDefaultToNull=true,useJakartaEe=true,"
                        + "hideGenerationTimestamp=true");
        var sources = sources();
        sources.add(client(own).toString());
        var classpath = GENERATOR + File.pathSeparator + System.getProperty("java.class.path");
        var compile = new ArrayList<>(List.of(JAVA + "c", "-nowarn", "-proc:none", "-d", "classes", "-cp", classpath));
        compile.addAll(sources);
        run(compile.toArray(String[]::new));
        var said = run(
                JAVA,
                "-cp",
                "classes" + File.pathSeparator + classpath,
                "Client",
                "http://localhost:" + context.getEnvironment().getProperty("local.server.port"),
                context.getBean(AccessTokens.class)
                        .make(
                                world.verdier().id(),
                                world.verdier().administrator().id(),
                                "Client",
                                List.of("*"),
                                Duration.ofDays(1)));
        assertThat(said).endsWith("created queried edited undone\n");
    }

    /** An object that somebody of the workspace made. */
    private ObjectType ownObject() {
        var browser = world.browserOf(world.verdier().administrator());
        var made = browser.post("/settings/objects", "oneFr", "Chantier", "oneEn", "Worksite", "icon", "hard-hat");
        assertThat(made.statusCode()).isEqualTo(303);
        var type = world.asAdministrator(
                () -> context.getBean(ObjectTypes.class).own().getLast());
        var field = browser.post(
                "/settings/objects/" + type.name() + "/fields",
                "labelFr",
                "Budget",
                "type",
                "NUMBER",
                "section",
                "main");
        assertThat(field.statusCode()).isEqualTo(303);
        return type;
    }

    private static boolean generator() throws Exception {
        if (Files.exists(GENERATOR)) {
            return true;
        }
        var fetched = new ProcessBuilder(
                        "mvn",
                        "-q",
                        "-B",
                        "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get",
                        "-Dtransitive=false",
                        "-Dartifact=org.openapitools:openapi-generator-cli:" + VERSION)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return fetched.waitFor(3, TimeUnit.MINUTES) && Files.exists(GENERATOR);
    }

    private List<String> sources() throws IOException {
        try (var all = Files.walk(folder.resolve("client/src/main/java"))) {
            return new ArrayList<>(
                    all.map(Path::toString).filter(f -> f.endsWith(".java")).toList());
        }
    }

    private Path client(ObjectType own) throws IOException {
        return Files.writeString(folder.resolve("Client.java"), """
                import java.util.*;
                import org.openapitools.client.ApiClient;
                import org.openapitools.client.api.DefaultApi;
                import org.openapitools.client.model.*;

                class Client {
                    public static void main(String[] args) throws Exception {
                        var http = new ApiClient();
                        http.updateBaseUri(args[0]);
                        http.setRequestInterceptor(r -> r.header("Authorization", "Bearer " + args[1]));
                        var api = new DefaultApi(http);
                        var values = new CustomerValues().name("Ateliers Externes").tags(List.of("client"));
                        var made = api.createCustomer(values, null, "external-1");
                        var filter = Map.of("field", "name", "op", "is", "values", List.of("Ateliers Externes"));
                        var found = api.queryCustomer(new Query().filter(filter).limit(5));
                        check(found.getItems().size() == 1, "query");
                        check(found.getItems().get(0).getTags().equals(List.of("client")), "tags");
                        var edited = api.updateCustomer(
                                made.getId(), new CustomerValues().tier(CustomerValues.TierEnum.GOLD), "1", null);
                        check(edited.getTier().getValue().equals("gold") && edited.getVersion() == 2, "edit");
                        var undone = api.undoOperation(UUID.fromString(edited.getOperation()), null);
                        check(undone.getReversed() == 1, "undo");
                        var now = api.readCustomer(made.getId(), null, null);
                        check(now.getTier() == null && now.getName().equals("Ateliers Externes"), "read");
                        own(api);
                        System.out.println("created queried edited undone");
                    }

                    static void own(DefaultApi api) throws Exception {
                        var made = api.createOWN(new OWNValues().name("Pont neuf"), null, "external-2");
                        var filter = Map.of("field", "name", "op", "is", "values", List.of("Pont neuf"));
                        var found = api.queryOWN(new Query().filter(filter));
                        check(found.getItems().size() == 1, "query own");
                        var edited = api.updateOWN(made.getId(), new OWNValues().name("Pont vieux"), "1", null);
                        check(edited.getName().equals("Pont vieux"), "edit own");
                        api.undoOperation(UUID.fromString(edited.getOperation()), null);
                        check(api.readOWN(made.getId(), null, null).getName().equals("Pont neuf"), "undo own");
                    }

                    static void check(boolean good, String what) {
                        if (!good) {
                            throw new IllegalStateException(what);
                        }
                    }
                }
                """.replace("OWN", OpenApiSchemas.name(own)));
    }

    private String run(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

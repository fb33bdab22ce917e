package relais.identity.scim;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a directory may ask of Relais: the abilities, the kinds of resources and their attributes. */
@RestController
@RequestMapping("/scim/v2")
class ScimDescriptionController {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";
    private static final Map<String, List<String>> ATTRIBUTES = Map.of(
            "User",
            List.of("userName", "displayName", "name", "active:boolean", "emails*", "roles*", "groups*!", "externalId"),
            "Group",
            List.of("displayName", "members*", "externalId"));

    private final ScimLocations locations;

    ScimDescriptionController(ScimLocations locations) {
        this.locations = locations;
    }

    @GetMapping("/ServiceProviderConfig")
    void abilities(HttpServletResponse response) throws IOException {
        var config = JsonMapper.shared().createObjectNode();
        config.putArray("schemas").add(CORE + "ServiceProviderConfig");
        for (var ability : List.of("patch", "etag")) {
            config.putObject(ability).put("supported", true);
        }
        for (var ability : List.of("sort", "changePassword")) {
            config.putObject(ability).put("supported", false);
        }
        config.putObject("bulk").put("supported", false).put("maxOperations", 0).put("maxPayloadSize", 0);
        config.putObject("filter").put("supported", true).put("maxResults", ScimPage.MOST);
        config.putArray("authenticationSchemes")
                .addObject()
                .put("type", "oauthbearertoken")
                .put("name", "Bearer")
                .put("description", "A token of Relais with the scope scim");
        ScimAnswers.write(response, 200, config);
    }

    @GetMapping("/ResourceTypes")
    void types(HttpServletResponse response) throws IOException {
        ScimAnswers.list(response, List.of(type("User"), type("Group")), new ScimPage(1, ScimPage.MOST));
    }

    @GetMapping("/ResourceTypes/{name}")
    void type(@PathVariable String name, HttpServletResponse response) throws IOException {
        ScimAnswers.write(response, 200, type(known(name)));
    }

    @GetMapping("/Schemas")
    void schemas(HttpServletResponse response) throws IOException {
        ScimAnswers.list(response, List.of(schema("User"), schema("Group")), new ScimPage(1, ScimPage.MOST));
    }

    @GetMapping("/Schemas/{id}")
    void schema(@PathVariable String id, HttpServletResponse response) throws IOException {
        ScimAnswers.write(response, 200, schema(known(id.replace(CORE, ""))));
    }

    private static String known(String name) {
        if (!ATTRIBUTES.containsKey(name)) {
            throw ScimProblem.absent();
        }
        return name;
    }

    private ObjectNode type(String name) {
        var type = JsonMapper.shared().createObjectNode();
        type.putArray("schemas").add(CORE + "ResourceType");
        type.put("id", name).put("name", name).put("endpoint", "/" + name + "s").put("schema", CORE + name);
        type.putObject("meta").put("resourceType", "ResourceType").put("location", locations.of("ResourceTypes", name));
        return type;
    }

    /** An attribute is written with what it is: {@code *} several, {@code !} read only, a type after the colon. */
    private ObjectNode schema(String name) {
        var schema = JsonMapper.shared().createObjectNode();
        schema.putArray("schemas").add(CORE + "Schema");
        schema.put("id", CORE + name).put("name", name);
        var all = schema.putArray("attributes");
        for (var attribute : ATTRIBUTES.getOrDefault(name, List.of())) {
            boolean several = attribute.contains("*");
            boolean whole = several || attribute.equals("name");
            all.addObject()
                    .put("name", attribute.replaceAll("[*!]|:.*", ""))
                    .put("type", attribute.endsWith(":boolean") ? "boolean" : whole ? "complex" : "string")
                    .put("multiValued", several)
                    .put(
                            "required",
                            attribute.equals("userName") || name.equals("Group") && attribute.equals("displayName"))
                    .put("mutability", attribute.endsWith("!") ? "readOnly" : "readWrite")
                    .put("returned", "default")
                    .put("caseExact", attribute.equals("externalId"))
                    .put("uniqueness", attribute.equals("userName") ? "server" : "none");
        }
        schema.putObject("meta").put("resourceType", "Schema").put("location", locations.of("Schemas", CORE + name));
        return schema;
    }
}

package relais.identity.scim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Directory;
import relais.identity.Role;
import relais.identity.Roles;
import relais.identity.team.Provisioning;
import relais.platform.text.Emails;
import relais.platform.text.Visible;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The people of the workspace as resources of SCIM; whoever is deleted is barred, and their history stays. */
@Service
@Transactional
class ScimUsers {
    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    private final Directory directory;
    private final Provisioning provisioning;
    private final ScimLinks links;
    private final ScimLocations locations;
    private final Roles roles;

    ScimUsers(Directory directory, Provisioning provisioning, ScimLinks links, ScimLocations locations, Roles roles) {
        this.directory = directory;
        this.provisioning = provisioning;
        this.links = links;
        this.locations = locations;
        this.roles = roles;
    }

    /** Somebody as the directory wants them. */
    private record Wanted(
            String email,
            String name,
            boolean active,
            @Nullable String externalId,
            Optional<String> role) {}

    @Transactional(readOnly = true)
    public List<ObjectNode> all(ScimFilter filter) {
        var known = links.of(ScimLinks.Kind.USER);
        var teams = provisioning.teams();
        return directory.users().stream()
                .filter(user -> !gone(known.get(user.id())))
                .map(user -> resource(user, known.get(user.id()), teams))
                .filter(filter::fits)
                .toList();
    }

    @Transactional(readOnly = true)
    public ObjectNode find(String id) {
        return all(new ScimFilter(List.of(new ScimFilter.Equal("id", id)))).stream()
                .findFirst()
                .orElseThrow(ScimProblem::absent);
    }

    /** Makes somebody, or lets somebody in again whom the directory had deleted. */
    public ObjectNode create(ObjectNode body) {
        var wanted = wanted(body);
        var known = links.of(ScimLinks.Kind.USER);
        var same = directory.users().stream()
                .filter(user -> user.email().equalsIgnoreCase(wanted.email()))
                .findFirst();
        if (same.isPresent() && !gone(known.get(same.get().id()))) {
            throw ScimProblem.taken("Somebody in this workspace has this address already.");
        }
        var id = same.map(Directory.User::id)
                .orElseGet(() -> provisioning.join(
                        wanted.name(), wanted.email(), wanted.role().orElse(Role.READER.code())));
        change(id, wanted);
        return find(id.toString());
    }

    /** Makes the person what the directory says. */
    public ObjectNode replace(String id, ObjectNode body) {
        var before = find(id);
        if (body.path("roles").isMissingNode()) {
            body.set("roles", before.path("roles"));
        }
        change(UUID.fromString(before.path("id").asString("")), wanted(body));
        return find(id);
    }

    /** Bars the person, who is no resource any more; what they did stays. */
    public void delete(String id) {
        var person = UUID.fromString(find(id).path("id").asString(""));
        provisioning.active(person, false);
        links.note(ScimLinks.Kind.USER, person, null, true);
    }

    private void change(UUID id, Wanted wanted) {
        provisioning.name(id, wanted.name());
        provisioning.email(id, wanted.email());
        wanted.role().ifPresent(role -> provisioning.role(id, role));
        provisioning.active(id, wanted.active());
        links.note(ScimLinks.Kind.USER, id, wanted.externalId(), false);
        directory.changed();
    }

    private static boolean gone(ScimLinks.@Nullable Link link) {
        return link != null && link.deleted();
    }

    private ObjectNode resource(Directory.User user, ScimLinks.@Nullable Link link, List<Provisioning.Team> teams) {
        var resource = JsonMapper.shared().createObjectNode();
        resource.putArray("schemas").add(SCHEMA);
        resource.put("id", user.id().toString());
        if (link != null && link.externalId() != null) {
            resource.put("externalId", link.externalId());
        }
        resource.put("userName", user.email()).put("displayName", user.name());
        resource.putObject("name").put("formatted", user.name());
        resource.putArray("emails").addObject().put("value", user.email()).put("primary", true);
        resource.put("active", !user.disabled());
        resource.putArray("roles").addObject().put("value", user.role()).put("primary", true);
        var groups = resource.putArray("groups");
        teams.stream()
                .filter(team -> team.members().contains(user.id()))
                .forEach(team -> groups.addObject()
                        .put("value", team.id().toString())
                        .put("display", team.name())
                        .put("$ref", locations.of("Groups", team.id())));
        locations.meta(resource, "User", "Users", user.id(), link);
        return resource;
    }

    private Wanted wanted(ObjectNode body) {
        var email = Emails.parse(body.path("userName").asString(""))
                .or(() -> primary(body.path("emails")))
                .orElseThrow(() -> ScimProblem.value("userName must be an e-mail address."));
        var external = body.path("externalId").asString("");
        if (external.length() > 255) {
            throw ScimProblem.value("externalId is too long.");
        }
        var name = name(body, email);
        return new Wanted(email, name, active(body.path("active")), external.isEmpty() ? null : external, role(body));
    }

    private static Optional<String> primary(JsonNode emails) {
        return emails.valueStream()
                .sorted((one, other) -> Boolean.compare(
                        other.path("primary").asBoolean(false),
                        one.path("primary").asBoolean(false)))
                .flatMap(one -> Emails.parse(one.path("value").asString("")).stream())
                .findFirst();
    }

    private static String name(ObjectNode body, String email) {
        var name = body.path("name");
        var parts = name.path("givenName").asString("") + " "
                + name.path("familyName").asString("");
        var said = List.of(
                        body.path("displayName").asString(""),
                        name.path("formatted").asString(""),
                        parts)
                .stream()
                .map(String::strip)
                .filter(text -> !Visible.nothing(text))
                .findFirst()
                .orElse(email.replaceAll("@.*", ""));
        if (said.length() > 120) {
            throw ScimProblem.value("The name is longer than 120 characters.");
        }
        return said;
    }

    /** Some directories write truth as a text. */
    private static boolean active(JsonNode value) {
        return switch (value.asString("true").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ScimProblem.value("active is true or false.");
        };
    }

    private Optional<String> role(ObjectNode body) {
        var said = body.path("roles")
                .valueStream()
                .map(one -> one.isObject() ? one.path("value").asString("") : one.asString(""))
                .toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var known = roles.known(said.getFirst())
                .or(() -> roles.known(said.getFirst().toLowerCase(Locale.ROOT)));
        return Optional.of(known.orElseThrow(() -> ScimProblem.value("There is no such role."))
                .code());
    }
}

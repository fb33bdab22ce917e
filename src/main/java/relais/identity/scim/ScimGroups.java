package relais.identity.scim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Directory;
import relais.identity.team.Provisioning;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The teams of the workspace as groups of SCIM; a deleted one is archived. */
@Service
@Transactional
class ScimGroups {
    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final int MOST_MEMBERS = 10_000;

    private final Directory directory;
    private final Provisioning provisioning;
    private final ScimLinks links;
    private final ScimLocations locations;

    ScimGroups(Directory directory, Provisioning provisioning, ScimLinks links, ScimLocations locations) {
        this.directory = directory;
        this.provisioning = provisioning;
        this.links = links;
        this.locations = locations;
    }

    @Transactional(readOnly = true)
    public List<ObjectNode> all(ScimFilter filter) {
        var known = links.of(ScimLinks.Kind.GROUP);
        var names = directory.users().stream().collect(Collectors.toMap(Directory.User::id, Directory.User::name));
        return provisioning.teams().stream()
                .map(team -> resource(team, known.get(team.id()), names))
                .filter(filter::fits)
                .toList();
    }

    @Transactional(readOnly = true)
    public ObjectNode find(String id) {
        return all(new ScimFilter(List.of(new ScimFilter.Equal("id", id)))).stream()
                .findFirst()
                .orElseThrow(ScimProblem::absent);
    }

    public ObjectNode create(ObjectNode body) {
        var name = name(body);
        if (provisioning.teams().stream().anyMatch(team -> team.name().equalsIgnoreCase(name))) {
            throw ScimProblem.taken("A team has this name already.");
        }
        var id = provisioning.add(name);
        change(id, body, name);
        return find(id.toString());
    }

    public ObjectNode replace(String id, ObjectNode body) {
        var before = find(id);
        var name = name(body);
        var team = UUID.fromString(before.path("id").asString(""));
        if (!before.path("displayName").asString("").equals(name)) {
            provisioning.rename(team, name);
        }
        change(team, body, name);
        return find(id);
    }

    public void delete(String id) {
        var team = UUID.fromString(find(id).path("id").asString(""));
        provisioning.members(team, Set.of());
        provisioning.archive(team);
        directory.changed();
    }

    private void change(UUID team, ObjectNode body, String name) {
        provisioning.members(team, members(body.path("members")));
        var external = body.path("externalId").asString("");
        links.note(ScimLinks.Kind.GROUP, team, external.isEmpty() ? null : external, false);
        directory.changed();
    }

    private Set<UUID> members(JsonNode members) {
        if (members.size() > MOST_MEMBERS) {
            throw ScimProblem.value("A group has at most " + MOST_MEMBERS + " members.");
        }
        var known = directory.users().stream().map(Directory.User::id).collect(Collectors.toSet());
        var wanted = new LinkedHashSet<UUID>();
        members.valueStream()
                .map(one -> one.path("value").asString(""))
                .forEach(id -> wanted.add(known.stream()
                        .filter(one -> one.toString().equalsIgnoreCase(id))
                        .findFirst()
                        .orElseThrow(() -> ScimProblem.value("A member is nobody of this workspace."))));
        return wanted;
    }

    private ObjectNode resource(Provisioning.Team team, ScimLinks.@Nullable Link link, Map<UUID, String> names) {
        var resource = JsonMapper.shared().createObjectNode();
        resource.putArray("schemas").add(SCHEMA);
        resource.put("id", team.id().toString());
        if (link != null && link.externalId() != null) {
            resource.put("externalId", link.externalId());
        }
        resource.put("displayName", team.name());
        var members = resource.putArray("members");
        team.members().stream()
                .sorted()
                .forEach(id -> members.addObject()
                        .put("value", id.toString())
                        .put("display", names.getOrDefault(id, ""))
                        .put("$ref", locations.of("Users", id)));
        locations.meta(resource, "Group", "Groups", team.id(), link);
        return resource;
    }

    private static String name(ObjectNode body) {
        var name = body.path("displayName").asString("").strip();
        if (name.isEmpty() || name.length() > 80) {
            throw ScimProblem.value("displayName has from 1 to 80 characters.");
        }
        return name;
    }
}

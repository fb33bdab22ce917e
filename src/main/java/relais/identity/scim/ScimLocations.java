package relais.identity.scim;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.door.PublicUrl;
import tools.jackson.databind.node.ObjectNode;

/** The addresses of resources, and what is said about each of them. */
@Component
class ScimLocations {
    private final PublicUrl url;

    ScimLocations(PublicUrl url) {
        this.url = url;
    }

    String of(String kind, Object id) {
        return url.link("/scim/v2/" + kind + "/" + id);
    }

    void meta(ObjectNode resource, String type, String kind, UUID id, ScimLinks.@Nullable Link link) {
        var meta = resource.putObject("meta").put("resourceType", type);
        if (link != null) {
            meta.put("created", link.createdAt().toString());
            meta.put("lastModified", link.changedAt().toString());
        }
        meta.put("location", of(kind, id));
    }
}

package relais.records.merging;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.UUID;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where a link leads, one or several. Pure. */
final class Ends {
    private Ends() {}

    /** The link with another record in the place of these; each stands once. */
    static JsonNode moved(JsonNode link, Collection<UUID> from, UUID to) {
        if (!link.isArray()) {
            return from.contains(id(link)) ? Values.text(to.toString()) : link;
        }
        var ends = new LinkedHashSet<UUID>();
        link.forEach(e -> ends.add(from.contains(id(e)) ? to : id(e)));
        var array = JsonNodeFactory.instance.arrayNode();
        ends.forEach(e -> array.add(e.toString()));
        return array;
    }

    /** The link without these; nothing when it led to one of them alone. */
    static JsonNode without(JsonNode link, Collection<UUID> ids) {
        if (!link.isArray()) {
            return !Values.empty(link) && ids.contains(id(link)) ? Values.none() : link;
        }
        var array = JsonNodeFactory.instance.arrayNode();
        link.valueStream().filter(e -> !ids.contains(id(e))).forEach(array::add);
        return array;
    }

    /** Whether the link leads there. */
    static boolean leads(JsonNode link, UUID to) {
        return link.isArray()
                ? link.valueStream().anyMatch(e -> id(e).equals(to))
                : !Values.empty(link) && id(link).equals(to);
    }

    private static UUID id(JsonNode end) {
        return UUID.fromString(end.asString());
    }
}

package relais.records.imports;

import java.util.ArrayList;
import java.util.List;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One field in which a row and the existing record differ.
 *
 * @param before the record's value, null node when empty
 * @param file what the file says
 * @param written whether the import writes it
 */
record Difference(String field, JsonNode before, JsonNode file, Rule rule, boolean written) {
    static ArrayNode json(List<Difference> differences) {
        var array = JsonNodeFactory.instance.arrayNode();
        differences.forEach(d -> {
            var node = array.addObject();
            node.put("field", d.field());
            node.set("before", d.before());
            node.set("file", d.file());
            node.put("rule", d.rule().name());
            node.put("written", d.written());
        });
        return array;
    }

    static List<Difference> parse(JsonNode array) {
        var differences = new ArrayList<Difference>();
        array.forEach(d -> differences.add(new Difference(
                d.path("field").asString(""),
                d.has("before") ? d.path("before") : Values.none(),
                d.path("file"),
                Rule.valueOf(d.path("rule").asString("BLANK")),
                d.path("written").asBoolean(false))));
        return differences;
    }
}

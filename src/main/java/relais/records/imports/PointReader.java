package relais.records.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.platform.text.Emails;
import relais.platform.text.Phones;
import relais.records.Values;
import relais.records.imports.Mapping.ColumnMapping;
import relais.records.imports.columns.Countries;
import relais.records.imports.columns.Target;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gathers the contact points of one row: mails and phones from any column, one address from its parts. */
final class PointReader {
    private static final Set<String> FIELDS = Set.of("emails", "phones", "addresses");
    private static final String SEVERAL = "\\s*[;|,\\n]\\s*|\\s+(?:ou|or|et|and)\\s+";

    private final ArrayNode emails = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode phones = JsonNodeFactory.instance.arrayNode();
    private final Map<String, String> address = new LinkedHashMap<>();

    boolean takes(Target target) {
        return FIELDS.contains(target.field());
    }

    void add(ColumnMapping column, String text, List<RowProblem> problems) {
        switch (column.to().field()) {
            case "emails" -> emails(column, text, problems);
            case "phones" -> phones(column, text, problems);
            default -> address.merge(column.to().part(), text, (a, b) -> a + " " + b);
        }
    }

    void into(ObjectNode values) {
        if (!emails.isEmpty()) {
            values.set("emails", emails);
        }
        if (!phones.isEmpty()) {
            values.set("phones", phones);
        }
        if (!address.isEmpty()) {
            values.putArray("addresses").add(address());
        }
    }

    private void emails(ColumnMapping column, String text, List<RowProblem> problems) {
        for (var part : text.split(SEVERAL)) {
            var found = Emails.parse(part);
            if (found.isPresent()) {
                emails.add(point(found.get(), column.to().part()));
            } else if (!part.isBlank()) {
                problems.add(
                        RowProblem.of(column.header(), part.contains("@") ? "email.malformed" : "import.no-at", part));
            }
        }
    }

    private void phones(ColumnMapping column, String text, List<RowProblem> problems) {
        var whole = Phones.parse(text, Phones.DEFAULT_REGION);
        if (whole.isPresent()) {
            phones.add(point(whole.get(), column.to().part()));
            return;
        }
        var parts = Stream.of(text.split(SEVERAL + "|\\s*/\\s*"))
                .filter(p -> !p.isBlank())
                .toList();
        var numbers = new ArrayList<String>();
        parts.forEach(p -> Phones.parse(p, Phones.DEFAULT_REGION).ifPresent(numbers::add));
        if (numbers.size() < parts.size() || numbers.isEmpty()) {
            problems.add(RowProblem.of(column.header(), "phone.malformed", text));
        } else {
            numbers.forEach(n -> phones.add(point(n, column.to().part())));
        }
    }

    private static ObjectNode point(String value, String label) {
        var point = Values.object();
        point.put("value", value);
        if (!label.isEmpty()) {
            point.put("label", label);
        }
        return point;
    }

    private ObjectNode address() {
        var point = Values.object();
        var first = Stream.of("number", "line1")
                .map(p -> address.getOrDefault(p, ""))
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(" "));
        var lines = Stream.of(first, address.getOrDefault("line2", ""), address.getOrDefault("line3", ""))
                .filter(l -> !l.isEmpty())
                .collect(Collectors.joining("\n"));
        put(point, "lines", lines);
        put(point, "postcode", address.getOrDefault("postcode", ""));
        put(point, "city", address.getOrDefault("city", ""));
        var country = address.getOrDefault("country", "");
        put(point, "country", Countries.code(country).orElse(country));
        return point;
    }

    private static void put(ObjectNode point, String member, String value) {
        if (!value.isEmpty()) {
            point.put(member, value);
        }
    }
}

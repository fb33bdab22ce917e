package relais.records.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.platform.text.Emails;
import relais.platform.text.Phones;
import relais.records.imports.Mapping.ColumnMapping;
import relais.records.imports.columns.Countries;
import relais.records.imports.columns.Target;
import relais.records.types.Values;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gathers the contact points of one row: mails and phones from any column, one address from its parts. */
final class PointReader {
    private static final Set<String> FIELDS = Set.of("emails", "phones", "addresses");
    private static final String SEVERAL = "\\s*[;|,\\n]\\s*|\\s+(?:ou|or|et|and)\\s+";

    private static final String BARRED = "\\s*\\|\\s*";
    private static final Pattern LABELLED = Pattern.compile("(?s)(.*\\S)\\s*\\(([^()]*)\\)");

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
            var addresses = values.putArray("addresses");
            addresses.add(address());
            more().forEach(addresses::add);
        }
    }

    private void emails(ColumnMapping column, String text, List<RowProblem> problems) {
        for (var part : text.split(text.contains("|") ? BARRED : SEVERAL)) {
            var found = Emails.parse(bare(part));
            if (found.isPresent()) {
                emails.add(point(found.get(), label(part, column)));
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
        var parts = Stream.of(text.split(text.contains("|") ? BARRED : SEVERAL + "|\\s*/\\s*"))
                .filter(p -> !p.isBlank())
                .toList();
        var numbers = new ArrayList<ObjectNode>();
        parts.forEach(p ->
                Phones.parse(bare(p), Phones.DEFAULT_REGION).ifPresent(n -> numbers.add(point(n, label(p, column)))));
        if (numbers.size() < parts.size() || numbers.isEmpty()) {
            problems.add(RowProblem.of(column.header(), "phone.malformed", text));
        } else {
            numbers.forEach(phones::add);
        }
    }

    /** The value without the label in brackets behind it: {@code 04 78 11 22 33 (Accueil)}. */
    private static String bare(String part) {
        var labelled = LABELLED.matcher(part.strip());
        return labelled.matches() ? labelled.group(1) : part;
    }

    private static String label(String part, ColumnMapping column) {
        var labelled = LABELLED.matcher(part.strip());
        return labelled.matches() ? labelled.group(2).strip() : column.to().part();
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
        put(point, "label", address.getOrDefault("label", ""));
        return point;
    }

    /** Further addresses as an export writes them: {@code lines, postcode, city, country (label)}. */
    private List<ObjectNode> more() {
        return Stream.of(address.getOrDefault("more", "").split(BARRED))
                .filter(a -> !a.isBlank())
                .map(PointReader::whole)
                .toList();
    }

    private static ObjectNode whole(String text) {
        var labelled = LABELLED.matcher(text.strip());
        var parts = bare(text).split(",", -1);
        int behind = Math.max(1, parts.length - 3);
        var point = Values.object();
        put(point, "lines", String.join(",", List.of(parts).subList(0, behind)).strip());
        var names = List.of("postcode", "city", "country");
        for (int i = behind; i < parts.length; i++) {
            put(point, names.get(i - behind), parts[i].strip());
        }
        put(point, "label", labelled.matches() ? labelled.group(2).strip() : "");
        return point;
    }

    private static void put(ObjectNode point, String member, String value) {
        if (!value.isEmpty()) {
            point.put(member, value);
        }
    }
}

package relais.records.types;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One postal address as the value of a field: {@code {"lines","postcode","city","country"}}. */
public final class Addresses {
    /** The members of an address, in the order in which it is written. */
    public static final List<String> PARTS = List.of("lines", "postcode", "city", "country");

    private static final Pattern TOWN = Pattern.compile("(?:([A-Z]{1,2})-)?(\\d{4,6}|\\d{3} ?\\d{2})\\s+(\\p{L}.*)");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private Addresses() {}

    static JsonNode canonical(JsonNode value) {
        if (!value.isObject()) {
            throw new BadValue("address.expected");
        }
        var address = Values.object();
        for (var part : PARTS) {
            var given = value.path(part);
            var text = given.isArray()
                    ? given.valueStream().map(l -> l.asString("")).collect(Collectors.joining("\n"))
                    : given.asString("");
            var clean = FieldRules.clean(text, part.equals("lines"));
            if (clean.length() > FieldRules.LINE) {
                throw new BadValue("text.long", clean.length(), FieldRules.LINE);
            }
            if (!clean.isEmpty()) {
                address.put(part, clean);
            }
        }
        return address.isEmpty() ? Values.none() : address;
    }

    /** The address that somebody wrote on one line or several: street, postcode and town, country. */
    static ObjectNode parse(String text) {
        var lines = Stream.of(text.split("\\s*[,\\n]\\s*"))
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        var address = Values.object();
        if (lines.size() > 1 && COUNTRY.matcher(lines.getLast()).matches()) {
            address.put("country", lines.removeLast());
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            var town = TOWN.matcher(lines.get(i));
            if (town.matches()) {
                address.put("postcode", town.group(2));
                address.put("city", town.group(3));
                country(lines, i, address);
                lines.subList(i, lines.size()).clear();
                break;
            }
        }
        if (!lines.isEmpty()) {
            address.put("lines", String.join("\n", lines));
        }
        return address;
    }

    private static void country(List<String> lines, int town, ObjectNode address) {
        if (town + 1 < lines.size() && !address.has("country")) {
            address.put("country", String.join(", ", lines.subList(town + 1, lines.size())));
        }
    }

    /** What the address is sorted and found by: the town first. */
    public static String sorting(JsonNode address) {
        return Stream.of("city", "postcode", "lines", "country")
                .map(p -> address.path(p).asString(""))
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(" "));
    }
}

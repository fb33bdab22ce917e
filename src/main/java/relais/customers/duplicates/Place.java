package relais.customers.duplicates;

import java.util.ArrayList;
import java.util.List;
import relais.platform.text.Fold;
import tools.jackson.databind.JsonNode;

/**
 * A postal address in the pieces that are compared, all folded.
 *
 * @param number of the house
 * @param street the line with the number, without it
 * @param more the other lines
 */
record Place(String number, String street, String more, String postcode, String city, String region) {
    static Place of(JsonNode address) {
        var lines = address.path("lines")
                .asString("")
                .lines()
                .map(Fold::key)
                .filter(l -> !l.isEmpty())
                .toList();
        var street = lines.stream()
                .filter(l -> Character.isDigit(l.charAt(0)))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getFirst());
        int end = 0;
        while (end < street.length() && Character.isDigit(street.charAt(end))) {
            end++;
        }
        var rest = new ArrayList<>(lines);
        rest.remove(street);
        return new Place(
                street.substring(0, end),
                street.substring(end).strip(),
                String.join(" ", rest),
                Fold.key(address.path("postcode").asString("")).replace(" ", ""),
                Fold.key(address.path("city").asString("")),
                Fold.key(address.path("country").asString("")));
    }

    static List<Place> all(JsonNode addresses) {
        return addresses.valueStream().map(Place::of).toList();
    }
}

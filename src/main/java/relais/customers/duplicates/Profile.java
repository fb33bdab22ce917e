package relais.customers.duplicates;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import relais.platform.text.Fold;
import relais.records.types.ContactPoints;
import tools.jackson.databind.JsonNode;

/**
 * What a customer is compared by, folded once.
 *
 * @param person whether given and family name say who it is
 * @param words what names it, without legal forms
 * @param birth the day of birth, empty when unknown
 * @param ids references and other values that identify, by field
 */
record Profile(
        boolean person,
        String given,
        String family,
        List<String> words,
        String birth,
        Set<String> emails,
        Set<String> phones,
        Map<String, String> ids,
        List<Place> places) {

    /** The profile of a customer with these values; fields that identify are those of the workspace. */
    static Profile of(JsonNode state, Collection<String> identifying) {
        var given = Fold.key(state.path("givenName").asString(""));
        var family = Fold.key(state.path("familyName").asString(""));
        var name = Fold.key(state.path("name").asString(""));
        boolean person = state.path("kind").asString("").equals("person");
        if (person && given.isEmpty() && family.isEmpty()) {
            int space = name.indexOf(' ');
            given = space < 0 ? "" : name.substring(0, space);
            family = name.substring(space + 1);
        }
        return new Profile(
                person,
                given,
                family,
                person ? words((given + " " + family).strip()) : LegalForms.without(name),
                state.path("birthDate").asString("").replace("-", ""),
                points(ContactPoints.EMAIL, state.path("emails")),
                points(ContactPoints.PHONE, state.path("phones")),
                ids(state, identifying),
                Place.all(state.path("addresses")));
    }

    private static List<String> words(String key) {
        return key.isEmpty() ? List.of() : List.of(key.split(" "));
    }

    private static Set<String> points(String kind, JsonNode points) {
        var keys = new LinkedHashSet<String>();
        points.forEach(p -> keys.add(ContactPoints.key(kind, p)));
        keys.remove("");
        return keys;
    }

    private static Map<String, String> ids(JsonNode state, Collection<String> identifying) {
        var ids = new LinkedHashMap<String, String>();
        for (var field : identifying) {
            var value = Fold.key(state.path(field).asString("")).replace(" ", "");
            if (!value.isEmpty()) {
                ids.put(field, value);
            }
        }
        return ids;
    }

    /** The name in one piece. */
    String name() {
        return String.join(" ", words);
    }
}

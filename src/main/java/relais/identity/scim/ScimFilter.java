package relais.identity.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a list is filtered by: equalities, all of which must hold. */
record ScimFilter(List<Equal> all) {
    private static final int LONGEST = 2_000;
    private static final int MOST = 10;
    private static final Pattern EQUAL = Pattern.compile(
            "\\s*([A-Za-z][A-Za-z0-9.:]*)\\s+eq\\s+(\"(?:[^\"\\\\]|\\\\.)*+\"|true|false)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("and\\s", Pattern.CASE_INSENSITIVE);

    /** One attribute and the text it must equal. */
    record Equal(String attribute, String text) {}

    static ScimFilter of(@Nullable String text) {
        var all = new ArrayList<Equal>();
        if (text == null || text.isBlank()) {
            return new ScimFilter(all);
        }
        if (text.length() > LONGEST) {
            throw wrong();
        }
        var found = EQUAL.matcher(text);
        int at = 0;
        while (found.region(at, text.length()).lookingAt() && all.size() < MOST) {
            all.add(new Equal(found.group(1).toLowerCase(Locale.ROOT), plain(found.group(2))));
            at = found.end();
            if (at == text.length()) {
                return new ScimFilter(all);
            }
            var and = AND.matcher(text).region(at, text.length());
            if (!and.lookingAt()) {
                throw wrong();
            }
            at = and.end();
        }
        throw wrong();
    }

    /** Whether the resource has all that is asked for; texts are compared without case. */
    boolean fits(JsonNode resource) {
        return all.stream().allMatch(one -> fits(resource, one));
    }

    private static boolean fits(JsonNode resource, Equal wanted) {
        return switch (wanted.attribute()) {
            case "id" -> same(resource.path("id"), wanted);
            case "username" -> same(resource.path("userName"), wanted);
            case "displayname" -> same(resource.path("displayName"), wanted);
            case "active" -> same(resource.path("active"), wanted);
            case "externalid" -> resource.path("externalId").asString("").equals(wanted.text());
            case "emails", "emails.value" ->
                resource.path("emails").valueStream().anyMatch(one -> same(one.path("value"), wanted));
            case "members", "members.value" ->
                resource.path("members").valueStream().anyMatch(one -> same(one.path("value"), wanted));
            default -> throw wrong();
        };
    }

    private static boolean same(JsonNode value, Equal wanted) {
        return value.asString("").equalsIgnoreCase(wanted.text());
    }

    private static String plain(String value) {
        return value.startsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value.toLowerCase(Locale.ROOT);
    }

    private static ScimProblem wrong() {
        return ScimProblem.of(400, "invalidFilter", "Filters compare attributes by eq, joined by and.");
    }
}

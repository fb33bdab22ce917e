package relais.records.types;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import relais.platform.tenancy.Ids;
import relais.platform.text.Emails;
import relais.platform.text.Fold;
import relais.platform.text.Phones;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of contact points, the only COLLECTION so far. Elements are objects:
 * <ul>
 *   <li>e-mail: {@code {"id","value","label","source","since"}}
 *   <li>phone: {@code {"id","value":"+33612345678","label","source","since"}}
 *   <li>address: {@code {"id","lines","postcode","city","country","label","source","since"}}
 * </ul>
 * {@code id} is the element's identity, kept when its normalised value is the same; {@code source} and {@code since}
 * tell where it came from and when.
 */
public final class ContactPoints {
    /** The kind of e-mail addresses. */
    public static final String EMAIL = "email";
    /** The kind of telephone numbers. */
    public static final String PHONE = "phone";
    /** The kind of postal addresses. */
    public static final String ADDRESS = "address";

    private static final int MANY = 50;
    private static final String HOME = "FR";

    private ContactPoints() {}

    /** The kind of contact point that a collection field holds. */
    public static String kind(Field field) {
        return ((Storage.Children) field.storage()).kind();
    }

    /** The normalised value by which two contact points are the same. */
    public static String key(String kind, JsonNode element) {
        return switch (kind) {
            case EMAIL -> element.path("value").asString("").toLowerCase(Locale.ROOT);
            case PHONE -> element.path("value").asString("");
            default ->
                Fold.key(element.path("lines").asString("") + " "
                        + element.path("postcode").asString("") + " "
                        + element.path("city").asString("") + " "
                        + element.path("country").asString(""));
        };
    }

    static JsonNode canonical(Field field, JsonNode value) {
        if (!value.isArray()) {
            throw new BadValue("list.expected");
        }
        if (value.size() > MANY) {
            throw new BadValue("list.many", MANY);
        }
        var byKey = new LinkedHashMap<String, ObjectNode>();
        value.forEach(element -> {
            var point = point(kind(field), element);
            var key = key(kind(field), point);
            if (!key.isBlank()) {
                byKey.putIfAbsent(key, point);
            }
        });
        var array = JsonNodeFactory.instance.arrayNode();
        byKey.values().forEach(array::add);
        return array;
    }

    private static ObjectNode point(String kind, JsonNode given) {
        var point = Values.object();
        copy(given, point, "id");
        switch (kind) {
            case EMAIL -> point.put("value", email(given.path("value").asString("")));
            case PHONE -> point.put("value", phone(given.path("value").asString("")));
            default -> {
                for (var part : new String[] {"lines", "postcode", "city", "country"}) {
                    copy(given, point, part);
                }
            }
        }
        for (var part : new String[] {"label", "source", "since"}) {
            copy(given, point, part);
        }
        return point;
    }

    private static String email(String raw) {
        return raw.isBlank()
                ? ""
                : Emails.parse(raw).orElseThrow(() -> new BadValue("email.malformed", shortened(raw)));
    }

    private static String phone(String raw) {
        return raw.isBlank()
                ? ""
                : Phones.parse(raw, HOME).orElseThrow(() -> new BadValue("phone.malformed", shortened(raw)));
    }

    private static String shortened(String raw) {
        return raw.length() > 60 ? raw.substring(0, 60) + "…" : raw;
    }

    private static void copy(JsonNode from, ObjectNode to, String member) {
        var text = FieldRules.clean(from.path(member).asString(""), member.equals("lines"));
        if (text.length() > FieldRules.LINE) {
            throw new BadValue("text.long", text.length(), FieldRules.LINE);
        }
        if (!text.isEmpty()) {
            to.put(member, text);
        }
    }

    /**
     * Gives elements the identity and origin of the former ones with the same value, and new ones their own.
     *
     * @param restoring whether undo brings elements back, whose ids and origins are to be believed
     */
    public static ArrayNode identified(String kind, JsonNode former, JsonNode given, Origin origin, boolean restoring) {
        var byKey = new HashMap<String, JsonNode>();
        var ids = new HashSet<String>();
        former.forEach(e -> {
            byKey.put(key(kind, e), e);
            ids.add(e.path("id").asString(""));
        });
        var array = JsonNodeFactory.instance.arrayNode();
        given.forEach(element -> {
            var point = (ObjectNode) element.deepCopy();
            var same = byKey.get(key(kind, point));
            if (same != null) {
                adopt(point, same);
            } else if (!(restoring && point.has("since"))) {
                if (!ids.contains(point.path("id").asString(""))) {
                    point.put("id", Ids.next().toString());
                }
                point.put("source", origin.source());
                point.put("since", origin.since());
            }
            array.add(point);
        });
        return array;
    }

    private static void adopt(ObjectNode point, JsonNode same) {
        for (var part : new String[] {"id", "source", "since"}) {
            point.put(part, same.path(part).asString(""));
        }
    }

    /** Where and when a new element comes from. */
    public record Origin(String source, String since) {}
}

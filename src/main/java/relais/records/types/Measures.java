package relais.records.types;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The canonical forms of durations, ratings, web addresses and files. */
final class Measures {
    static final int BEST = 5;
    private static final int LONGEST_URL = 2_000;
    private static final int FILES = 50;

    private Measures() {}

    static JsonNode duration(JsonNode value) {
        if (!value.isNumber()) {
            throw new BadValue("duration.expected");
        }
        var seconds = value.decimalValue();
        boolean whole = seconds.stripTrailingZeros().scale() <= 0;
        if (!whole || seconds.signum() < 0 || seconds.longValue() > Durations.LONGEST || seconds.precision() > 18) {
            throw new BadValue("duration.expected");
        }
        return Values.number(seconds);
    }

    /** No star is no rating. */
    static JsonNode rating(JsonNode value) {
        boolean whole =
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
        if (!whole || value.decimalValue().signum() < 0 || value.doubleValue() > BEST) {
            throw new BadValue("rating.expected", BEST);
        }
        return value.intValue() == 0 ? Values.none() : Values.number(value.decimalValue());
    }

    /** Pages open what stands here: only addresses of the web. */
    static JsonNode url(JsonNode value) {
        var text = FieldRules.clean(value.asString(""), false);
        if (text.isEmpty()) {
            return Values.none();
        }
        var address = text.matches("(?i)[a-z][a-z0-9+.-]*:.*") && !text.matches("(?i)[^/:]+\\.[^/:]+:\\d.*")
                ? text
                : "https://" + text;
        try {
            var uri = new URI(address);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            if (!web || uri.getHost() == null || uri.getUserInfo() != null || address.length() > LONGEST_URL) {
                throw new BadValue("url.expected", shortened(text));
            }
            return Values.text(address);
        } catch (URISyntaxException none) {
            throw new BadValue("url.expected", shortened(text));
        }
    }

    static JsonNode files(JsonNode value) {
        if (!value.isArray()) {
            throw new BadValue("list.expected");
        }
        if (value.size() > FILES) {
            throw new BadValue("list.many", FILES);
        }
        var files = JsonNodeFactory.instance.arrayNode();
        value.forEach(given -> {
            var file = files.addObject();
            file.put("id", id(given.path("id").asString("")));
            file.put("name", FieldRules.clean(given.path("name").asString(""), false));
            file.put("size", given.path("size").asLong(0));
            file.put("type", FieldRules.clean(given.path("type").asString(""), false));
        });
        return files;
    }

    private static String id(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException none) {
            throw new BadValue("file.unknown");
        }
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}

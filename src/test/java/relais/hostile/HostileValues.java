package relais.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Values that no form would send, percent-encoded. */
final class HostileValues {
    private static final String ID = "0197a000-0000-7000-8000-000000000000";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a\u0000b",
            "\\u0000",
            "\"\\u0000\"",
            "[\"\\u0000\",\"\\ud800\"]",
            "\\ud800",
            "👩‍👩‍👧‍👦🇫🇷",
            "\u202Eنص من اليمين\u200B",
            "\u200B\u2060\u00AD",
            "\u0301\u0301\u0301",
            "\uFFFF\uFFFE\u0085\u2028",
            "\r\nSet-Cookie: a=b",
            "'\"><script>alert(1)</script>",
            "'; DROP TABLE customers.customer; --",
            "${7*7}{{7*7}}#{7*7}",
            "%s%n%1$s{0}{1,number,#}",
            "\\",
            "%",
            "_",
            "-1",
            "0",
            "2147483648",
            "-9223372036854775808",
            "99999999999999999999999999999999",
            "1e999999999",
            "1E-2147483647",
            "0.000000000000000000000000000001",
            "NaN",
            "Infinity",
            "0x7fffffff",
            "1-1-1-1-1",
            ID,
            ID + "," + ID,
            "not-an-id",
            "31/02/2026",
            "2026-02-31",
            "2026-13-45T99:99",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01",
            "294277-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "1900-01-01T00:00",
            "true",
            "null",
            "{}",
            "[]",
            "{\"amount\":1e999999999,\"currency\":\"XXX\"}",
            "12 ZZZ",
            "+33" + "9".repeat(200),
            "a".repeat(64) + "@" + "b".repeat(250) + ".example",
            "javascript:alert(1)",
            "//evil.example/",
            "/\\evil.example",
            "../../../etc/passwd",
            "{\"all\":[]}",
            "{\"all\":{}}",
            "{\"all\":[[]]}",
            "{\"field\":\"name\",\"op\":\"is\",\"values\":[{}]}",
            "{\"field\":[\"name\"],\"op\":{},\"values\":1}",
            "{\"related\":\"x\",\"aggregate\":\"y\",\"op\":\"is\",\"values\":[1]}",
            nested("[", "]", 5_000),
            nested("{\"all\":[", "]}", 5_000),
            nested("{\"all\":[", "]}", 7),
            "a".repeat(100_000));

    private static final List<String> PROPERTIES = List.of(
            "kind", "name", "givenName", "lastName", "birthDate", "reference", "tier", "tags", "emails", "phones", "addresses",
            "owner", "site", "custom", "version", "id", "filter", "sort", "fields", "after", "limit", "consents", "");

    private static final List<String> JSON = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "1e999999999",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "[null]",
            "[1,\"a\",[]]",
            "[{\"value\":{}}]",
            "[{\"value\":[1]}]",
            "[{\"value\":\"a\\u0000b\"}]",
            "[{\"lines\":[{}],\"city\":1,\"country\":\"XXX\"}]",
            "{\"all\":[{\"field\":{},\"op\":[],\"values\":{}}]}",
            "{\"field\":\"name\",\"op\":\"is\",\"values\":[{},[],null,\"\\u0000\"]}",
            "{\"field\":\"birthDate\",\"op\":\"between\",\"values\":[\"31/02/2026\",1e30]}",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"31/02/2026\"",
            "\"1-1-1-1-1\"",
            "\"\\u202e'><script>\"",
            "\"" + "a".repeat(100_000) + "\"",
            nested("[", "]", 5_000),
            nested("{\"all\":[", "]}", 60));

    /** Bytes that are no text at all, or not the text they seem. */
    private static final List<String> BYTES =
            List.of("%00", "%2500", "%ED%A0%80", "%C0%AF", "%FF%FE", "%80", "%F0%9F", "%C2", "a%0Ab", "%0D%0A");

    private HostileValues() {}

    /** All of them, ready for a query or a form. */
    static List<String> encoded() {
        var all = new ArrayList<String>();
        TEXTS.forEach(text -> all.add(encode(text)));
        all.addAll(BYTES);
        return all;
    }

    /** Those that fit into a part of a path. */
    static List<String> inPath() {
        return encoded().stream()
                .map(value -> value.replace("+", "%20"))
                .filter(value -> value.length() < 2_000)
                .toList();
    }

    /** Bodies of a JSON request. */
    static List<String> json() {
        return List.of(
                "",
                "null",
                "[]",
                "\"\\u0000\"",
                "{\"name\":\"\\u0000\"}",
                "{\"name\":\"a\u0000b\"}",
                "{\"name\":\"\\ud800\"}",
                "{\"name\":[\"a\"],\"kind\":{\"x\":1}}",
                "{\"version\":1e999999999}",
                "{\"a\":1,\"a\":2",
                nested("[", "]", 5_000),
                nested("{\"a\":", "}", 5_000));
    }

    /** Records and questions of a program, each with one property that no program should send. */
    static List<String> records(int every) {
        var bodies = new ArrayList<String>();
        int turn = 0;
        for (var property : PROPERTIES) {
            for (var value : JSON) {
                if (turn++ % every == 0) {
                    bodies.add("{\"" + property + "\":" + value + "}");
                    bodies.add("{\"kind\":\"organisation\",\"name\":\"Zinc\",\"" + property + "\":" + value + "}");
                }
            }
        }
        return bodies;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + close.repeat(depth);
    }
}

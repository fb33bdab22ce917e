package relais.records.imports;

import relais.platform.text.Fold;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Keeps what a whole name says beyond the one part of it that stands beside it, which would take its place. */
final class PersonNames {
    private PersonNames() {}

    /** Puts the rest of the name, or the whole of it, into the part that the row does not give. */
    static void complete(ObjectNode values) {
        complete(values, "givenName", "familyName");
        complete(values, "familyName", "givenName");
    }

    private static void complete(ObjectNode values, String given, String missing) {
        var name = text(values, "name");
        var part = text(values, given);
        if (name.isEmpty() || part.isEmpty() || !text(values, missing).isEmpty()) {
            return;
        }
        var rest = rest(name, part);
        if (!rest.isEmpty()) {
            values.put(missing, rest);
        }
    }

    /** The name without the part at its beginning or end; empty when they are the same. */
    private static String rest(String name, String part) {
        var key = Fold.key(part);
        if (Fold.key(name).equals(key)) {
            return "";
        }
        for (int gap = name.indexOf(' '); gap > 0; gap = name.indexOf(' ', gap + 1)) {
            var first = name.substring(0, gap);
            var last = name.substring(gap + 1);
            if (Fold.key(first).equals(key)) {
                return last.strip();
            }
            if (Fold.key(last).equals(key)) {
                return first.strip();
            }
        }
        return name;
    }

    private static String text(ObjectNode values, String field) {
        var value = values.get(field);
        return value == null || Values.empty(value) ? "" : value.asString("").strip();
    }
}

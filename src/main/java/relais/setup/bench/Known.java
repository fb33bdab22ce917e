package relais.setup.bench;

import java.util.UUID;
import relais.platform.text.Fold;
import relais.records.types.Snapshot;

/**
 * A customer as it is searched for.
 *
 * @param phone in international form
 */
record Known(UUID id, String name, String reference, String mail, String phone) {
    private static final int FIRST = 4;

    static Known of(Snapshot customer) {
        return new Known(
                customer.id(),
                customer.title(),
                customer.value("reference").asString(""),
                first(customer, "emails"),
                first(customer, "phones"));
    }

    private static String first(Snapshot customer, String field) {
        return customer.value(field).path(0).path("value").asString("");
    }

    /** Four letters of the first word and all but the last letter of the second, as far as they go. */
    String beginnings() {
        var words = nameKey().split(" ");
        var first = words[0].substring(0, Math.min(FIRST, words[0].length()));
        if (words.length < 2) {
            return first;
        }
        return first + " " + words[1].substring(0, Math.max(1, words[1].length() - 1));
    }

    String nameKey() {
        return Fold.key(name);
    }
}

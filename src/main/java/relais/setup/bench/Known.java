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

    String nameKey() {
        return Fold.key(name);
    }
}

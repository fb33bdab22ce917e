package relais.setup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Changes to customers as they come up in a year. */
final class DemoEdits {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Records records;
    private final DemoStaff staff;
    private final DemoCustomers customers;
    private final Random random;
    private final DemoWords tags = DemoWords.of("tags");
    private final DemoWords preferences = DemoWords.of("preferences");

    DemoEdits(Records records, DemoStaff staff, DemoCustomers customers, Random random) {
        this.records = records;
        this.staff = staff;
        this.customers = customers;
        this.random = random;
    }

    void write(Instant at, DemoCustomer customer) {
        var values = customer.organisation() ? organisation(at, customer) : anybody(customer);
        var author = staff.owner(random.nextInt(4) == 0 ? "nantes" : "lyon", random);
        DemoWriting.as(
                author,
                at,
                () -> DemoWriting.written(records.write(
                        Intent.of("record.update", customer.title()),
                        w -> w.update("customer", customer.id(), null, values))));
    }

    private ObjectNode organisation(Instant at, DemoCustomer customer) {
        var values = Values.object();
        switch (random.nextInt(7)) {
            case 0 -> values.put("custom.machines_installees", 1 + random.nextInt(14));
            case 1 -> values.put("custom.volume_mensuel", 8 + random.nextInt(150));
            case 2 ->
                values.put(
                        "custom.dernier_entretien",
                        at.atZone(PARIS).toLocalDate().toString());
            case 3 -> {
                values.put("stage", "customer");
                values.put("custom.contrat", random.nextBoolean() ? "confort" : "serenite");
            }
            case 4 ->
                values.put("tier", new String[] {"gold", "silver", "silver", "bronze", "bronze"}[random.nextInt(5)]);
            case 5 -> values.put("owner", staff.owner("lyon", random).id().toString());
            default -> {
                return anybody(customer);
            }
        }
        return values;
    }

    private ObjectNode anybody(DemoCustomer customer) {
        var values = Values.object();
        switch (random.nextInt(3)) {
            case 0 -> values.set("phones", DemoCustomers.point(customers.number("lyon", !customer.organisation()), ""));
            case 1 -> values.putArray("tags").add(tags.word(random)).add(tags.word(random));
            default -> values.put("preferences", preferences.word(random));
        }
        return values;
    }
}

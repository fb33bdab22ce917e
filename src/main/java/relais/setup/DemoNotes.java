package relais.setup;

import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import relais.identity.Actor;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Calls, meetings and notes as people wrote them down. */
final class DemoNotes {
    private final Records records;
    private final DemoStaff staff;
    private final Random random;
    private final DemoWords notes = DemoWords.of("notes");
    private final DemoWords coffees = DemoWords.of("coffees");

    DemoNotes(Records records, DemoStaff staff, Random random) {
        this.records = records;
        this.staff = staff;
        this.random = random;
    }

    void write(Instant at, DemoCustomer customer) {
        var note = notes.any(random);
        write(author(), at, customer.id(), customer.title(), note[0], body(customer, note[1]));
    }

    /** A note that is written later than the exchange it tells of. */
    Mutation old(Instant at, DemoCustomer customer) {
        var note = notes.any(random);
        return new Mutation.Create(Ids.next(), values(author(), at, customer.id(), note[0], body(customer, note[1])));
    }

    private String body(DemoCustomer customer, String said) {
        var people = customer.people();
        var person = people.isEmpty() ? "l’accueil" : people.get(random.nextInt(people.size()));
        var text = said.replace("{person}", person).replace("{coffee}", coffees.word(random));
        return text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
    }

    private Actor author() {
        return staff.owner(new String[] {"lyon", "lyon", "villeurbanne", "nantes"}[random.nextInt(4)], random);
    }

    void write(Actor author, Instant at, UUID customer, String title, String kind, String body) {
        var values = values(author, at, customer, kind, body);
        DemoWriting.as(
                author,
                at,
                () -> DemoWriting.written(
                        records.write(Intent.of("note.create", title), w -> w.create("note", values))));
    }

    private ObjectNode values(Actor author, Instant at, UUID customer, String kind, String body) {
        var values = Values.object();
        values.put("customer", customer.toString());
        values.put("kind", kind);
        values.put("body", body);
        values.put("author", author.id().toString());
        values.put("occurredAt", at.toString());
        if (random.nextInt(60) == 0) {
            values.put("pinned", true);
        }
        return values;
    }
}

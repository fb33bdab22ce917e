package relais.setup;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import relais.identity.Actor;
import relais.records.Intent;
import relais.records.Records;
import relais.records.Values;

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
        var people = customer.people();
        var person = people.isEmpty() ? "l’accueil" : people.get(random.nextInt(people.size()));
        var text = note[1].replace("{person}", person).replace("{coffee}", coffees.word(random));
        var body = text.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + text.substring(1);
        write(author(), at, customer.id(), customer.title(), note[0], body);
    }

    private Actor author() {
        return staff.owner(new String[] {"lyon", "lyon", "villeurbanne", "nantes"}[random.nextInt(4)], random);
    }

    void write(Actor author, Instant at, UUID customer, String title, String kind, String body) {
        var values = Values.object();
        values.put("customer", customer.toString());
        values.put("kind", kind);
        values.put("body", body);
        values.put("author", author.id().toString());
        values.put("occurredAt", at.toString());
        if (random.nextInt(60) == 0) {
            values.put("pinned", true);
        }
        DemoWriting.as(
                author,
                at,
                () -> DemoWriting.written(
                        records.write(Intent.of("note.create", title), w -> w.create("note", values))));
    }
}

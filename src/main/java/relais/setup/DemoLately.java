package relais.setup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** What happened lately and shows what Relais is for: a corrected number, a bulk change and its undo. */
final class DemoLately {
    private static final int BULK = 42;

    private final Records records;
    private final Undo undo;
    private final DemoStaff staff;

    DemoLately(Records records, Undo undo, DemoStaff staff) {
        this.records = records;
        this.undo = undo;
        this.staff = staff;
    }

    /** The director of the hotel that everybody looks at first. */
    DemoCustomers.Contact director(ObjectNode hotel, DemoCustomers.Contact contact) {
        var values = contact.values();
        values.put("givenName", "Sophie");
        values.put("familyName", "Lemoine");
        values.put("preferences", "Préfère le téléphone, le matin.");
        values.set("emails", DemoCustomers.point("hotel@tilleuls.example", "Bureau"));
        hotel.set("phones", DemoCustomers.point("04 65 71 12 80", "Accueil"));
        hotel.set("emails", DemoCustomers.point("accueil@tilleuls.example", ""));
        return new DemoCustomers.Contact(values, "Directrice");
    }

    void write(DemoClock clock, List<DemoCustomer> customers) {
        var hotel = customers.getFirst();
        var notes = new DemoNotes(records, staff, clock.random());
        var today = clock.today();
        update(
                DemoStaff.INES,
                clock.at(today.minusDays(41), 14, 6),
                hotel,
                "phones",
                DemoCustomers.point("04 65 71 12 08", "Accueil"));
        notes.write(
                staff.person(DemoStaff.KARIM),
                clock.at(today.minusDays(2), 17, 22),
                hotel.id(),
                hotel.title(),
                "call",
                "Sophie Lemoine, 6 min 40 s. Mécontente du délai, demande un prêt de machine.");
        bulk(clock, today, customers);
        notes.write(
                staff.person(DemoStaff.CLAIRE),
                clock.at(today, 8, 51),
                hotel.id(),
                hotel.title(),
                "note",
                "La machine du petit-déjeuner fuit encore ce matin. C’est la troisième fois, trouver une solution avant"
                        + " les fêtes.");
    }

    private void update(
            String author, Instant at, DemoCustomer customer, String field, tools.jackson.databind.JsonNode value) {
        var values = Values.object();
        values.set(field, value);
        DemoWriting.as(
                staff.person(author),
                at,
                () -> DemoWriting.written(records.write(
                        Intent.of("record.update", customer.title()),
                        w -> w.update("customer", customer.id(), null, values))));
    }

    /** Hugo moves customers to another site by mistake, Inès corrects some, Karim takes the rest back. */
    private void bulk(DemoClock clock, LocalDate today, List<DemoCustomer> customers) {
        var moved = customers.stream()
                .filter(DemoCustomer::organisation)
                .filter(c -> !c.values()
                        .path("site")
                        .asString()
                        .equals(staff.site("villeurbanne").toString()))
                .skip(20)
                .limit(BULK)
                .toList();
        var changes = new ArrayList<Mutation>();
        moved.forEach(c -> changes.add(new Mutation.Update(c.id(), null, site("villeurbanne"))));
        var done = DemoWriting.as(
                staff.person(DemoStaff.HUGO),
                clock.at(today.minusDays(1), 14, 20),
                () -> records.write(new Intent("bulk.update", Map.of("field", "Agence")), w -> {
                    w.apply("customer", changes).forEach(DemoWriting::require);
                    return true;
                }));
        for (var customer : moved.subList(0, 3)) {
            var other = customer.values()
                            .path("site")
                            .asString()
                            .equals(staff.site("lyon").toString())
                    ? "nantes"
                    : "lyon";
            update(
                    DemoStaff.INES,
                    clock.at(today.minusDays(1), 16, 20),
                    customer,
                    "site",
                    site(other).path("site"));
        }
        DemoWriting.as(
                staff.person(DemoStaff.KARIM),
                clock.at(today, 8, 31),
                () -> undo.undo(Objects.requireNonNull(done.operation())));
    }

    private ObjectNode site(String code) {
        var values = Values.object();
        values.put("site", staff.site(code).toString());
        return values;
    }
}

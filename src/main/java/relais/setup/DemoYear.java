package relais.setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import relais.identity.Actor;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** The company's year: two imports, customers one by one, exchanges and changes, a bulk change and its undo. */
final class DemoYear {
    private static final int FIRST_IMPORT = 200;
    private static final int FAIR_IMPORT = 50;
    private static final int ONE_BY_ONE = 30;
    private static final int CONTACTS = 130;
    private static final int PERSONS = 40;
    private static final int HOUSEHOLDS = 30;
    private static final int OLD_NOTES = 620;
    private static final int NOTES = 250;
    private static final int EDITS = 160;

    private final Records records;
    private final DemoStaff staff;
    private final DemoClock clock;
    private final Random random;
    private final DemoCustomers customers;
    private final DemoEdits edits;
    private final DemoNotes notes;
    private final DemoLately lately;
    private final List<Event> events = new ArrayList<>();
    private final List<DemoCustomer> known = new ArrayList<>();

    /** Something that happens at a moment. */
    private record Event(Instant at, Consumer<Instant> work) {}

    DemoYear(Records records, Undo undo, DemoStaff staff, DemoClock clock) {
        this.records = records;
        this.staff = staff;
        this.clock = clock;
        this.random = clock.random();
        this.customers = new DemoCustomers(random, staff, clock.today());
        this.edits = new DemoEdits(records, staff, customers, random);
        this.notes = new DemoNotes(records, staff, random);
        this.lately = new DemoLately(records, undo, staff);
    }

    void write() {
        var ines = staff.person(DemoStaff.INES);
        DemoWriting.as(ines, clock.daysAgo(380), () -> {
            DemoFields.add(records);
            return true;
        });
        plan();
        events.sort(Comparator.comparing(Event::at));
        events.forEach(e -> e.work().accept(e.at()));
        lately.write(clock, known);
    }

    private void plan() {
        var organisations = customers.organisations(FIRST_IMPORT + FAIR_IMPORT + ONE_BY_ONE);
        var first = new ArrayList<>(customers.known());
        first.addAll(organisations.subList(0, FIRST_IMPORT));
        var fair = organisations.subList(FIRST_IMPORT, FIRST_IMPORT + FAIR_IMPORT);
        fair.forEach(v -> v.put("stage", "prospect"));
        on(372, at -> importing(at, "clients-2025.csv", first, CONTACTS * 6 / 10));
        on(200, at -> importing(at, "contacts-salon.csv", fair, CONTACTS * 2 / 10));
        organisations.subList(FIRST_IMPORT + FAIR_IMPORT, organisations.size()).forEach(v -> anyDay(at -> one(at, v)));
        for (int i = 0; i < PERSONS; i++) {
            anyDay(at -> one(at, customers.person()));
        }
        for (int i = 0; i < HOUSEHOLDS; i++) {
            anyDay(at -> one(at, customers.household()));
        }
        for (int i = CONTACTS * 6 / 10 + CONTACTS * 2 / 10; i < CONTACTS; i++) {
            anyDay(this::contact);
        }
        on(188, this::oldNotes);
        for (int i = 0; i < NOTES; i++) {
            on(2 + random.nextInt(185), at -> notes.write(at, someone()));
        }
        for (int i = 0; i < EDITS; i++) {
            anyDay(at -> edits.write(at, someone()));
        }
        on(
                300,
                at -> DemoWriting.as(staff.person(DemoStaff.INES), at, () -> {
                    DemoFields.views(records, staff);
                    return true;
                }));
    }

    private void on(int daysAgo, Consumer<Instant> work) {
        events.add(new Event(clock.daysAgo(daysAgo), work));
    }

    private void anyDay(Consumer<Instant> work) {
        on(2 + random.nextInt(366), work);
    }

    /** The customers that everybody knows come up more often than the others. */
    private DemoCustomer someone() {
        return random.nextInt(10) < 3 ? known.get(random.nextInt(20)) : known.get(random.nextInt(known.size()));
    }

    /** What people had noted in the former software came over in one file, half a year ago. */
    private void oldNotes(Instant at) {
        var creations = new ArrayList<Mutation>();
        for (int i = 0; i < OLD_NOTES; i++) {
            creations.add(notes.old(clock.daysAgo(190 + random.nextInt(175)), someone()));
        }
        DemoWriting.as(
                staff.importing(DemoStaff.INES),
                at,
                () -> records.write(Intent.of("import", "echanges-ancien-logiciel.csv"), w -> {
                    w.apply("note", creations).forEach(DemoWriting::require);
                    return true;
                }));
    }

    private void importing(Instant at, String file, List<ObjectNode> organisations, int contacts) {
        var made = new ArrayList<DemoCustomer>();
        var creations = new ArrayList<Mutation>();
        var links = new ArrayList<Mutation>();
        organisations.forEach(values -> create(values, creations, made));
        for (int i = 0; i < contacts; i++) {
            var organisation = made.get(i < 20 ? i : random.nextInt(organisations.size()));
            var contact = customers.contact(organisation.values());
            if (organisation.title().equals("Hôtel des Tilleuls")) {
                contact = lately.director(organisation.values(), contact);
            }
            var person = create(contact.values(), creations, made);
            organisation.people().add(person.title());
            links.add(new Mutation.Create(Ids.next(), affiliation(person.id(), organisation.id(), contact.role())));
        }
        var importing = staff.importing(DemoStaff.INES);
        DemoWriting.as(
                importing,
                at,
                () -> records.write(Intent.of("import", file), w -> {
                    w.apply("customer", creations).forEach(DemoWriting::require);
                    w.apply("affiliation", links).forEach(DemoWriting::require);
                    return true;
                }));
        known.addAll(made);
    }

    private static DemoCustomer create(ObjectNode values, List<Mutation> creations, List<DemoCustomer> made) {
        var customer = new DemoCustomer(Ids.next(), values);
        creations.add(new Mutation.Create(customer.id(), values));
        made.add(customer);
        return customer;
    }

    private static ObjectNode affiliation(UUID person, UUID organisation, String role) {
        var values = Values.object();
        values.put("person", person.toString());
        values.put("organisation", organisation.toString());
        values.put("kind", "employment");
        values.put("role", role);
        values.put("main", true);
        return values;
    }

    private void one(Instant at, ObjectNode values) {
        var creations = new ArrayList<Mutation>();
        var made = new ArrayList<DemoCustomer>();
        var customer = create(values, creations, made);
        var author = staff.owner(random.nextInt(3) == 0 ? "nantes" : "lyon", random);
        write(author, at, customer.title(), creations, List.of());
        known.add(customer);
    }

    private void contact(Instant at) {
        var organisations = known.stream().filter(DemoCustomer::organisation).toList();
        var organisation = organisations.get(random.nextInt(organisations.size()));
        var contact = customers.contact(organisation.values());
        var creations = new ArrayList<Mutation>();
        var person = create(contact.values(), creations, new ArrayList<>());
        organisation.people().add(person.title());
        var link = new Mutation.Create(Ids.next(), affiliation(person.id(), organisation.id(), contact.role()));
        write(staff.owner("lyon", random), at, person.title(), creations, List.of(link));
        known.add(person);
    }

    private void write(Actor author, Instant at, String title, List<Mutation> creations, List<Mutation> links) {
        DemoWriting.as(
                author,
                at,
                () -> records.write(Intent.of("record.create", title), w -> {
                    w.apply("customer", creations).forEach(DemoWriting::require);
                    if (!links.isEmpty()) {
                        w.apply("affiliation", links).forEach(DemoWriting::require);
                    }
                    return true;
                }));
    }
}

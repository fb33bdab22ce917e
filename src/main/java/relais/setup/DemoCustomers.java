package relais.setup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import relais.platform.text.Fold;
import relais.records.types.Values;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes up customers as the company could have them; numbers and addresses belong to nobody. */
final class DemoCustomers {
    private static final List<String> CONTRACTS = List.of("", "", "essentiel", "confort", "serenite", "serenite_plus");

    private final Random random;
    private final DemoStaff staff;
    private final LocalDate today;
    private final DemoWords kinds = DemoWords.of("kinds");
    private final DemoWords given = DemoWords.of("given");
    private final DemoWords family = DemoWords.of("family");
    private final DemoWords cities = DemoWords.of("cities");
    private final DemoWords streets = DemoWords.of("streets");
    private final DemoWords roles = DemoWords.of("roles");
    private final DemoWords tags = DemoWords.of("tags");
    private final DemoWords preferences = DemoWords.of("preferences");
    private final Set<String> names = new HashSet<>();
    private int number = 1000;

    DemoCustomers(Random random, DemoStaff staff, LocalDate today) {
        this.random = random;
        this.staff = staff;
        this.today = today;
    }

    /** A person with the role they have where they work. */
    record Contact(ObjectNode values, String role) {}

    /** The customers that everybody in the company knows by name. */
    List<ObjectNode> known() {
        return DemoWords.of("organisations").lines().stream().map(this::known).toList();
    }

    private ObjectNode known(String[] line) {
        names.add(line[0]);
        var values = organisation(line[0], line[1], new String[] {line[3], line[4], line[6]}, line[2]);
        values.put("tier", line[5]);
        values.put("stage", "customer");
        return values;
    }

    /** As many other organisations, each with a name of its own. */
    List<ObjectNode> organisations(int count) {
        var wanted = new ArrayList<ObjectNode>();
        var all = new ArrayList<String[]>();
        kinds.lines().forEach(l -> {
            for (var name : l[2].split(";")) {
                all.add(new String[] {l[1] + " " + name, l[0]});
            }
        });
        Collections.shuffle(all, random);
        for (int i = 0; wanted.size() < count; i++) {
            var line = all.get(i % all.size());
            var city = cities.any(random);
            var name = i < all.size() ? line[0] : line[0] + " " + city[1];
            if (names.add(name)) {
                wanted.add(organisation(name, line[1], city, street()));
            }
        }
        return wanted;
    }

    private ObjectNode organisation(String name, String industry, String[] city, String street) {
        var values = base("organisation", city, street);
        values.put("name", name);
        values.put("industry", industry);
        values.set("phones", phone(city[2], false, "Accueil"));
        values.set("emails", email("contact@" + domain(name), ""));
        custom(values);
        return values;
    }

    private void custom(ObjectNode values) {
        if (values.path("stage").asString().equals("prospect")) {
            return;
        }
        int machines = 1 + random.nextInt(random.nextInt(5) == 0 ? 12 : 3);
        values.put("custom.machines_installees", machines);
        values.put("custom.volume_mensuel", machines * (6 + random.nextInt(14)));
        var contract = CONTRACTS.get(random.nextInt(CONTRACTS.size()));
        if (!contract.isEmpty()) {
            values.put("custom.contrat", contract);
            values.put(
                    "custom.fin_de_contrat",
                    today.plusDays(random.nextInt(700) - 60).toString());
            var budget = Values.object();
            budget.put("amount", String.valueOf(600 * (1 + random.nextInt(40))));
            budget.put("currency", "EUR");
            values.set("custom.budget_annuel", budget);
        }
        if (random.nextInt(10) < 7) {
            values.put(
                    "custom.dernier_entretien",
                    today.minusDays(380 + random.nextInt(60)).toString());
        }
        if (random.nextInt(3) == 0) {
            values.put("custom.livraison_a_l_aube", random.nextBoolean());
        }
        var served = Values.object().putArray("x");
        for (var coffee : new String[] {"bresil_mogiana", "ethiopie_sidamo", "colombie_huila", "decafeine"}) {
            if (random.nextInt(3) == 0) {
                served.add(coffee);
            }
        }
        values.set("custom.cafes_servis", served);
    }

    /** Someone who works at this organisation. */
    Contact contact(ObjectNode organisation) {
        var person = given.any(random);
        var name = family.word(random);
        var values = Values.object();
        values.put("kind", "person");
        values.put("givenName", person[0]);
        values.put("familyName", name);
        values.put("stage", organisation.path("stage").asString());
        values.put("language", language());
        values.set("site", organisation.path("site"));
        values.set("owner", organisation.path("owner"));
        values.set("phones", phone("", true, "Mobile"));
        var domain = organisation
                .path("emails")
                .path(0)
                .path("value")
                .asString("@exemple.example")
                .split("@")[1];
        values.set("emails", email(mailbox(person[0], name) + "@" + domain, "Bureau"));
        sometimesPreference(values);
        return new Contact(values, role(person[1]));
    }

    private String role(String gender) {
        while (true) {
            var role = roles.any(random);
            if (role[1].isEmpty() || role[1].equals(gender)) {
                return role[0];
            }
        }
    }

    /** A person who buys for themselves. */
    ObjectNode person() {
        var city = cities.any(random);
        var person = given.any(random);
        var name = family.word(random);
        var values = base("person", city, street());
        values.put("givenName", person[0]);
        values.put("familyName", name);
        values.put(
                "birthDate",
                LocalDate.of(1950 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28))
                        .toString());
        values.set("phones", phone("", true, ""));
        values.set("emails", email(mailbox(person[0], name) + "@courriel.example", ""));
        return values;
    }

    /** A household with a name of its own. */
    ObjectNode household() {
        while (true) {
            var name = (random.nextInt(3) == 0 ? "Foyer " : "Famille ") + family.word(random);
            if (names.add(name)) {
                var city = cities.any(random);
                var values = base("household", city, street());
                values.put("name", name);
                values.set("phones", phone(city[2], false, ""));
                return values;
            }
        }
    }

    private ObjectNode base(String kind, String[] city, String street) {
        var values = Values.object();
        values.put("kind", kind);
        values.put("reference", "C-" + ++number);
        int stage = random.nextInt(100);
        values.put("stage", stage < 68 ? "customer" : stage < 91 ? "prospect" : "former");
        int tier = random.nextInt(100);
        if (stage < 68 && tier < 70) {
            values.put("tier", tier < 3 ? "platinum" : tier < 12 ? "gold" : tier < 34 ? "silver" : "bronze");
        }
        values.put("language", language());
        values.put("site", staff.site(city[2]).toString());
        if (random.nextInt(12) > 0) {
            values.put("owner", staff.owner(city[2], random).id().toString());
        }
        var address = Values.object();
        address.put("lines", street);
        address.put("postcode", city[0]);
        address.put("city", city[1]);
        address.put("country", "FR");
        values.putArray("addresses").add(address);
        if (random.nextInt(3) == 0) {
            var labels = values.putArray("tags");
            labels.add(tags.word(random));
            if (random.nextInt(3) == 0) {
                labels.add(tags.word(random));
            }
        }
        sometimesPreference(values);
        return values;
    }

    private void sometimesPreference(ObjectNode values) {
        if (random.nextInt(6) == 0) {
            values.put("preferences", preferences.word(random));
        }
    }

    private String language() {
        int one = random.nextInt(40);
        return one == 0 ? "en" : one == 1 ? "it" : one == 2 ? "de" : "fr";
    }

    private String street() {
        return (1 + random.nextInt(90)) + " " + streets.word(random);
    }

    /** Ranges that the French authority keeps for fiction. */
    String number(String site, boolean mobile) {
        var range = mobile ? "06 39 98" : site.equals("nantes") ? "02 61 91" : "04 65 71";
        return "%s %02d %02d".formatted(range, random.nextInt(100), random.nextInt(100));
    }

    private ArrayNode phone(String site, boolean mobile, String label) {
        return point(number(site, mobile), label);
    }

    private static ArrayNode email(String address, String label) {
        return point(address, label);
    }

    static ArrayNode point(String value, String label) {
        var point = Values.object();
        point.put("value", value);
        if (!label.isEmpty()) {
            point.put("label", label);
        }
        return Values.object().putArray("points").add(point);
    }

    private static String domain(String name) {
        var words = Fold.key(name)
                .replaceAll("\\b(de|des|du|la|le|les|l|d|et)\\b", " ")
                .strip();
        return words.replaceAll("[^a-z0-9]+", "-") + ".example";
    }

    private static String mailbox(String given, String family) {
        return Fold.key(given).replace(' ', '-') + "." + Fold.key(family).replace(' ', '-');
    }
}

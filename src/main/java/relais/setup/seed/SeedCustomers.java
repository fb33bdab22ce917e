package relais.setup.seed;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import relais.platform.text.Fold;
import relais.records.types.Values;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the customer of a number: always the same one. Names are common in France, mail domains end in .example and
 * telephone numbers lie in the unassigned block 09 9, so that both look real and belong to nobody.
 */
final class SeedCustomers {
    /** One customer of so many is shared with everyone. */
    private static final int SHARED = 500;

    private static final long BLOCK = 10_000_000;
    private static final long STRIDE = 6_180_339; // coprime to the block, so that every number comes once
    private static final List<String> TIERS =
            List.of("platinum", "gold", "gold", "silver", "silver", "silver", "bronze");
    private static final List<String> TAGS =
            List.of("fidèle", "salon", "presse", "export", "premier contact", "recommandé", "local", "à rappeler");
    private static final List<String> CONTRACTS = List.of("essentiel", "confort", "serenite");

    private final long seed;
    private final SeedCompany company;
    private final SeedWords given = SeedWords.of("given");
    private final SeedWords family = SeedWords.of("family");
    private final SeedWords cities = SeedWords.of("cities");
    private final SeedWords streets = SeedWords.of("streets");
    private final SeedWords kinds = SeedWords.of("kinds");

    SeedCustomers(long seed, SeedCompany company) {
        this.seed = seed;
        this.company = company;
    }

    ObjectNode of(int number) {
        var random = new SplittableRandom(seed * 31 + number);
        var values = random.nextInt(10) < 6 ? person(random, number) : organisation(random, number);
        values.put("reference", "C-%07d".formatted(number));
        values.put("stage", random.nextInt(5) == 0 ? "prospect" : random.nextInt(12) == 0 ? "former" : "customer");
        if (random.nextInt(10) < 7) {
            values.put("tier", TIERS.get(random.nextInt(TIERS.size())));
        }
        int site = skewed(random, company.sites().size());
        values.put("site", id(company.sites().get(number == 0 ? 0 : site))); // its great history is opened by the bench
        values.put(
                "owner", id(company.owners().get(skewed(random, company.owners().size()))));
        values.set("phones", phones(random, number));
        values.set("addresses", address(random));
        tags(random, values);
        own(random, values);
        if (random.nextInt(SHARED) == 0) {
            values.put("shared", true);
        }
        return values;
    }

    /** Some sites and owners have far more customers than others. */
    private static int skewed(SplittableRandom random, int size) {
        double u = random.nextDouble();
        return (int) (size * u * u);
    }

    private ObjectNode person(SplittableRandom random, int number) {
        var values = Values.object();
        var first = given.word(random);
        var last = random.nextInt(10) < 4 ? family.word(random) : family.word(random) + "-" + family.word(random);
        values.put("kind", "person").put("givenName", first).put("familyName", last);
        values.put("language", random.nextInt(12) == 0 ? "en" : "fr");
        if (random.nextInt(3) > 0) {
            values.put(
                    "birthDate",
                    "%d-%02d-%02d"
                            .formatted(1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        }
        var mail = slug(first) + "." + slug(last) + number + "@" + slug(cities.any(random)[1]) + ".example";
        values.set("emails", one("value", mail));
        return values;
    }

    private ObjectNode organisation(SplittableRandom random, int number) {
        var values = Values.object();
        var kind = kinds.any(random);
        var name = kind[0] + " " + family.word(random) + (random.nextInt(3) == 0 ? "" : " " + family.word(random));
        var city = cities.any(random)[1];
        values.put("kind", random.nextInt(20) == 0 ? "household" : "organisation");
        values.put("name", name + " " + city);
        if (values.path("kind").asString("").equals("organisation")) {
            values.put("industry", kind[1]);
        }
        values.set("emails", one("value", "contact@" + slug(name) + "-" + number + ".example"));
        return values;
    }

    private static ArrayNode phones(SplittableRandom random, int number) {
        var phones = one("value", phone(2L * number));
        if (random.nextInt(10) < 7) {
            phones.addObject().put("value", phone(2L * number + 1));
        }
        return phones;
    }

    private static String phone(long index) {
        return "+3399%07d".formatted(index * STRIDE % BLOCK);
    }

    private ArrayNode address(SplittableRandom random) {
        var city = cities.any(random);
        var addresses = one("lines", 1 + random.nextInt(180) + " " + streets.word(random));
        ((ObjectNode) addresses.get(0))
                .put("postcode", city[0])
                .put("city", city[1])
                .put("country", "FR");
        return addresses;
    }

    private static void tags(SplittableRandom random, ObjectNode values) {
        if (random.nextInt(4) == 0) {
            values.withArray("tags").add(TAGS.get(skewed(random, TAGS.size())));
        }
    }

    private static void own(SplittableRandom random, ObjectNode values) {
        values.put("custom.points", random.nextInt(10_000));
        values.put("custom.contrat", CONTRACTS.get(random.nextInt(CONTRACTS.size())));
        if (random.nextInt(2) == 0) {
            values.put("custom.echeance", "2027-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)));
        }
    }

    private static ArrayNode one(String member, String value) {
        var array = JsonNodeFactory.instance.arrayNode();
        array.addObject().put(member, value);
        return array;
    }

    private static String slug(String name) {
        return Fold.key(name).replace(' ', '-');
    }

    private static String id(UUID id) {
        return id.toString();
    }
}

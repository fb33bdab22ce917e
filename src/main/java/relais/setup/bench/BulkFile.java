package relais.setup.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import relais.platform.text.Fold;

/**
 * A file of full customers as another system would export it: name, two phones, an e-mail, an address each. A tenth of
 * them is known already, by the same e-mail. Mail domains end in .example and phones lie in an unassigned block.
 */
final class BulkFile {
    private static final int KNOWN = 10;
    private static final long BLOCK = 10_000_000;
    private static final long STRIDE = 6_180_339; // coprime to the block, so that every number comes once
    private static final List<String> STREETS =
            List.of("rue des Forges", "avenue de la Gare", "place du Marché", "chemin des Vignes", "quai Nord");
    private static final List<String[]> CITIES = List.of(
            new String[] {"69007", "Lyon"},
            new String[] {"44000", "Nantes"},
            new String[] {"35000", "Rennes"},
            new String[] {"13002", "Marseille"},
            new String[] {"59800", "Lille"});

    private BulkFile() {}

    /** So many rows in UTF-8; names are put together from those of known customers. */
    static byte[] of(int rows, List<Known> known, int customers) {
        var random = new SplittableRandom(rows);
        var people = known.stream()
                .filter(k -> !k.mail().startsWith("contact@") && words(k).length == 2)
                .toList();
        var text = new StringBuilder("Prénom;Nom;E-mail;Téléphone;Mobile;Adresse;Code postal;Ville\n");
        for (int i = 0; i < rows; i++) {
            var first = people.get(random.nextInt(people.size()));
            var last = people.get(random.nextInt(people.size()));
            boolean again = i % KNOWN == 0 && i / KNOWN < people.size();
            var city = CITIES.get(random.nextInt(CITIES.size()));
            line(
                    text,
                    words(again ? people.get(i / KNOWN) : first)[0],
                    words(again ? people.get(i / KNOWN) : last)[1],
                    again ? people.get(i / KNOWN).mail() : mail(words(first)[0], words(last)[1], i),
                    phone(2L * (customers + i)),
                    phone(2L * (customers + i) + 1),
                    1 + random.nextInt(200) + " " + STREETS.get(random.nextInt(STREETS.size())),
                    city[0],
                    city[1]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String[] words(Known one) {
        return one.name().split(" ", 2);
    }

    private static String mail(String first, String last, int number) {
        return Fold.key(first).replace(' ', '-') + "." + Fold.key(last).replace(' ', '-') + number + "@apport.example";
    }

    /** As people write them. */
    private static String phone(long index) {
        var digits = "099%07d".formatted(index * STRIDE % BLOCK);
        return digits.replaceAll("(..)(?=.)", "$1 ");
    }

    private static void line(StringBuilder text, String... cells) {
        text.append(String.join(";", cells)).append('\n');
    }
}

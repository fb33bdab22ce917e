package relais.customers.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Febrl's labelled persons: weights and cut were chosen on dataset 1, what they find is measured on dataset 3. */
class LabelledPersonsTest {
    private static final Path DATA = Path.of("..", "shared", "data", "dedupe");

    @Test
    void withoutBirthDateAndSocialNumberMoreIsFoundThanPublished() throws IOException {
        assertThat(figures("dataset3.csv", false).f1()).isGreaterThan(0.971);
    }

    @Test
    void withBirthDateAndSocialNumberNearlyEverythingIsFound() throws IOException {
        assertThat(figures("dataset3.csv", true).f1()).isGreaterThanOrEqualTo(0.999);
    }

    /** How good a set of found pairs is. */
    record Figures(double precision, double recall) {
        double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    private record Person(String entity, Profile profile) {}

    private static Figures figures(String file, boolean all) throws IOException {
        var path = DATA.resolve(file);
        if (!Files.exists(path)) {
            System.out.println("skipped: " + path + " is not there");
        }
        assumeTrue(Files.exists(path), path + " is not there");
        var people = people(path, all);
        long truth = truth(people);
        var pairs = pairs(people);
        var frequencies = Frequencies.in(people.stream().map(Person::profile).toList());
        long right = 0;
        long found = 0;
        for (var pair : pairs) {
            var a = people.get((int) (pair >>> 32));
            var b = people.get(pair.intValue());
            if (Comparison.of(a.profile(), b.profile(), frequencies).bits() >= Comparison.CUT) {
                found++;
                right += a.entity().equals(b.entity()) ? 1 : 0;
            }
        }
        var figures = new Figures((double) right / found, (double) right / truth);
        System.out.printf(
                Locale.ROOT,
                "%s %s: %d of %d pairs compared, precision %.4f, recall %.4f, F1 %.4f%n",
                file,
                all ? "with birth date and social number" : "without birth date and social number",
                pairs.size(),
                truth,
                figures.precision(),
                figures.recall(),
                figures.f1());
        return figures;
    }

    private static List<Person> people(Path path, boolean all) throws IOException {
        var lines = Files.readAllLines(path);
        var people = new ArrayList<Person>();
        for (var line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                var cells = line.split(",", -1);
                people.add(new Person(
                        cells[0].strip().split("-")[1],
                        Profile.of(customer(cells, all), all ? List.of("custom.social") : List.of())));
            }
        }
        return people;
    }

    private static ObjectNode customer(String[] cells, boolean all) {
        var values = Values.object();
        values.put("kind", "person");
        values.put("givenName", cells[1].strip());
        values.put("familyName", cells[2].strip());
        var address = values.putArray("addresses").addObject();
        address.put("lines", (cells[3].strip() + " " + cells[4].strip()).strip() + "\n" + cells[5].strip());
        address.put("city", cells[6].strip());
        address.put("postcode", cells[7].strip());
        address.put("country", cells[8].strip());
        if (all) {
            values.put("birthDate", cells[9].strip());
            values.put("custom.social", cells[10].strip());
        }
        return values;
    }

    private static long truth(List<Person> people) {
        var sizes = new HashMap<String, Integer>();
        people.forEach(p -> sizes.merge(p.entity(), 1, Integer::sum));
        return sizes.values().stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
    }

    /** The pairs that share a key, as the search through the stock lays them side by side. */
    private static Set<Long> pairs(List<Person> people) {
        Map<String, List<Integer>> holders = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            int number = i;
            Blocks.of(people.get(i).profile())
                    .forEach(k -> holders.computeIfAbsent(k, x -> new ArrayList<>()).add(number));
        }
        var pairs = new HashSet<Long>();
        holders.values().stream().filter(h -> h.size() <= Blocks.MOST).forEach(h -> {
            for (int i = 0; i < h.size(); i++) {
                for (int j = i + 1; j < h.size(); j++) {
                    pairs.add((long) h.get(i) << 32 | h.get(j));
                }
            }
        });
        return pairs;
    }
}

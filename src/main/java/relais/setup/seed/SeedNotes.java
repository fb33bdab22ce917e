package relais.setup.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Makes the history of a customer: most have a little, some a lot, the first one a great deal. */
final class SeedNotes {
    /** Entries of the first customer, when the whole history is long enough. */
    static final int HEAVY = 10_000;

    private static final Duration SPAN = Duration.ofDays(3 * 365);

    private final long seed;
    private final SeedCompany company;
    private final Instant end;
    private final SeedWords notes = SeedWords.of("notes");

    SeedNotes(long seed, SeedCompany company, Instant end) {
        this.seed = seed;
        this.company = company;
        this.end = end;
    }

    /** How many entries each customer gets, all of them together exactly so many. */
    static int[] counts(int customers, int history) {
        var counts = new int[customers];
        int heavy = history >= 10 * HEAVY ? HEAVY : 0;
        int rest = history - heavy;
        // A tenth of the customers gets half of the history.
        double weight = customers * 0.9 + customers * 0.1 * 9;
        long given = 0;
        double due = 0;
        for (int i = 0; i < customers; i++) {
            due += rest * (i % 10 == 0 ? 9 : 1) / weight;
            counts[i] = (int) (Math.round(due) - given);
            given = Math.round(due);
        }
        if (customers > 0) {
            counts[0] += heavy + (int) (rest - given);
        }
        return counts;
    }

    ObjectNode of(int customer, UUID id, int index) {
        var random = new SplittableRandom(seed * 131 + customer * 20_011L + index);
        var note = notes.any(random);
        var values = Values.object();
        values.put("customer", id.toString());
        values.put("kind", note[0]);
        values.put("body", note[1].replace("{n}", "%05d".formatted(random.nextInt(100_000))));
        values.put(
                "author",
                company.owners().get(random.nextInt(company.owners().size())).toString());
        values.put(
                "occurredAt",
                end.minusSeconds(random.nextLong(SPAN.toSeconds())).toString());
        return values;
    }
}

package relais.records.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.records.imports.matching.KeyIndex;
import relais.records.imports.matching.Likeness;
import relais.records.imports.matching.Lookalikes;
import relais.records.imports.matching.Person;

/** Finds rows that stand in a file twice: by the same key, or alike in spite of typing errors. */
final class Twins {
    private static final double LIKE_NAME = 0.75;
    private static final double SURE = 0.75;

    private final List<String> rules;
    private final KeyIndex index = new KeyIndex();
    private final Lookalikes lookalikes = new Lookalikes();
    private final Map<Integer, Person> persons = new HashMap<>();
    private final boolean close;
    private long[] lines = new long[1024];

    Twins(List<String> rules, long rows) {
        this.rules = rules;
        this.close = rows <= Lookalikes.MOST_ROWS;
    }

    /**
     * An earlier row that is the same customer, perhaps.
     *
     * @param rule by which they are the same; {@code alike} when only by likeness
     */
    record Twin(
            long other,
            long otherLine,
            String rule,
            @Nullable Likeness likeness,
            boolean link) {}

    /** The earlier row like this one; then this row is remembered. */
    Optional<Twin> meet(Matching.Asked row, long line) {
        int number = (int) row.number();
        remember(number, line);
        Twin twin = null;
        for (var rule : rules) {
            for (var key : row.keys().getOrDefault(rule, Set.of())) {
                int other = index.firstOr(key, number);
                if (other != 0 && twin == null) {
                    twin = twin(row, rule, other);
                }
            }
        }
        if (close) {
            persons.put(number, row.person());
            var alike = lookalikes.meet(row.person());
            if (twin == null && alike.isPresent()) {
                long other = alike.get().other().number();
                twin = new Twin(
                        other,
                        lines[(int) other],
                        "alike",
                        alike.get().likeness(),
                        joins(row, alike.get().likeness()));
            }
        }
        return Optional.ofNullable(twin);
    }

    /** Rows with references of their own are meant to be two customers, however alike. */
    private static boolean joins(Matching.Asked row, Likeness likeness) {
        return likeness.score() >= SURE && !referenced(row);
    }

    private static boolean referenced(Matching.Asked row) {
        return !row.completed().path("reference").asString("").isEmpty();
    }

    private Twin twin(Matching.Asked row, String rule, int other) {
        var person = persons.get(other);
        var likeness = person == null ? null : Likeness.of(row.person(), person);
        boolean named = person != null && !person.name().isEmpty();
        boolean alike = likeness != null && (likeness.name() >= LIKE_NAME || !named);
        boolean link = rule.equals("reference") || alike && !referenced(row);
        return new Twin(other, lines[other], rule, likeness, link);
    }

    private void remember(int number, long line) {
        if (number >= lines.length) {
            lines = Arrays.copyOf(lines, Math.max(number + 1, lines.length * 2));
        }
        lines[number] = line;
    }
}

package relais.records.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;

/** Reads ranges of the index of terms, several in one statement. */
@Component
class Ranges {
    private static final int RARE = 1000;
    private static final String SELECT = "SELECT s.term, s.record_id, s.object, s.source, CAST(? AS integer)"
            + " FROM records.search_term s WHERE s.tenant_id = ?";

    private final DSLContext sql;

    Ranges(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Terms that begin with one word and hold the others.
     *
     * @param others beginnings of words that stand anywhere in the term
     * @param rank what is found is ranked so
     */
    record Range(String beginning, List<String> others, int rank) {
        Range(String beginning) {
            this(beginning, List.of(), 0);
        }
    }

    /** The first terms of each range that the actor may see. */
    List<Found> read(Sight sight, Collection<Range> ranges, int each) {
        var parts = new ArrayList<String>();
        var binds = new ArrayList<Object>();
        for (var range : ranges) {
            parts.add(part(range, sight, binds));
            binds.add(each);
        }
        return parts.isEmpty()
                ? List.of()
                : sql.resultQuery(String.join(" UNION ALL ", parts), binds.toArray())
                        .fetch(Ranges::found);
    }

    /** The terms that are one of these texts as a whole, and that the actor may see. */
    List<Found> exact(Sight sight, Collection<String> terms, int most, int rank) {
        var binds = new ArrayList<Object>(List.of(rank, Tenancy.id(), terms.toArray(String[]::new)));
        binds.addAll(sight.binds());
        binds.add(most);
        return terms.isEmpty()
                ? List.of()
                : sql.resultQuery(
                                SELECT + " AND s.term = ANY(?)" + sight.condition()
                                        + " ORDER BY s.term, s.record_id, s.source LIMIT ?",
                                binds.toArray())
                        .fetch(Ranges::found);
    }

    private static Found found(Record r) {
        return new Found(
                r.get(0, String.class),
                r.get(1, UUID.class),
                r.get(2, String.class),
                Source.of(r.get(3, Integer.class)),
                r.get(4, Integer.class));
    }

    private static String part(Range range, Sight sight, List<Object> binds) {
        binds.add(range.rank());
        binds.add(Tenancy.id());
        binds.add(range.beginning());
        binds.add(Fold.prefixEnd(range.beginning()));
        binds.addAll(sight.binds());
        var others = new StringBuilder();
        for (var other : range.others()) {
            others.append(" AND strpos(' ' || s.term, ?) > 0");
            binds.add(" " + other);
        }
        return "(" + SELECT + " AND s.term >= ? AND s.term < ?" + sight.condition() + others
                + " ORDER BY s.term, s.record_id, s.source LIMIT ?)";
    }

    /** How many terms begin with each of these words, counted no further than what is rare. */
    Map<String, Integer> counts(Collection<String> words) {
        var parts = new ArrayList<String>();
        var binds = new ArrayList<Object>();
        for (var word : words) {
            parts.add("SELECT CAST(? AS text), count(*) FROM (SELECT FROM records.search_term s WHERE s.tenant_id = ?"
                    + " AND s.term >= ? AND s.term < ? LIMIT ?) x");
            binds.addAll(List.of(word, Tenancy.id(), word, Fold.prefixEnd(word), RARE));
        }
        var counts = new HashMap<String, Integer>();
        if (!parts.isEmpty()) {
            sql.resultQuery(String.join(" UNION ALL ", parts), binds.toArray())
                    .fetch()
                    .forEach(r -> counts.put(r.get(0, String.class), r.get(1, Integer.class)));
        }
        return counts;
    }
}

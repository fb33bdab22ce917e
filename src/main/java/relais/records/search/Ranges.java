package relais.records.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.database.Reading;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;

/** Reads ranges of the index of terms, several in one statement. */
@Component
class Ranges {
    private static final int EACH = 40;
    private static final int ALL = 240;

    /** Of a word that many names have, so many terms are looked through for another one, and no more. */
    private static final int LOOKED_THROUGH = 2000;

    private static final String COLUMNS = "s.term, s.record_id, s.object, s.source";
    private static final String TERMS = " FROM records.search_term s WHERE s.tenant_id = ?";
    /** Limits stand in the text: bound ones look large to a plan for any binds, and the server would plan each time anew. */
    private static final String ORDER = " ORDER BY s.term, s.record_id, s.source LIMIT ";

    private final DSLContext sql;

    Ranges(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Terms that begin so.
     *
     * @param rank what is found is ranked so
     */
    record Range(String beginning, int rank) {}

    /** The first terms of each range that the actor may see; of many, those of the first ranges. */
    List<Found> read(Sight sight, List<Range> ranges) {
        if (ranges.isEmpty()) {
            return List.of();
        }
        var binds = new ArrayList<>(
                Between.beginnings(ranges.stream().map(Range::beginning).toList())
                        .binds());
        binds.add(Tenancy.id());
        binds.addAll(sight.binds());
        return found(
                "SELECT x.term, x.record_id, x.object, x.source, r.at FROM " + Between.TABLE
                        + " CROSS JOIN LATERAL (SELECT " + COLUMNS + TERMS + " AND s.term >= r.low AND s.term < r.high"
                        + sight.condition() + ORDER + EACH + ") x LIMIT " + ALL,
                binds,
                row -> ranges.get(row.getInt(5) - 1).rank());
    }

    /** The terms that are one of these texts as a whole, and that the actor may see. */
    List<Found> exact(Sight sight, Collection<String> terms, int rank) {
        if (terms.isEmpty()) {
            return List.of();
        }
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), terms.toArray(String[]::new)));
        binds.addAll(sight.binds());
        return found(
                "SELECT " + COLUMNS + TERMS + " AND s.term = ANY(?)" + sight.condition() + ORDER + EACH,
                binds,
                row -> rank);
    }

    /** Terms that begin with one word and hold others anywhere, among the first that begin so. */
    List<Found> holding(Sight sight, String beginning, List<String> others, int rank) {
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), beginning, Fold.prefixEnd(beginning)));
        binds.addAll(sight.binds());
        others.forEach(other -> binds.add(" " + other));
        return found(
                "SELECT " + COLUMNS + " FROM (SELECT *" + TERMS + " AND s.term >= ? AND s.term < ?" + ORDER
                        + LOOKED_THROUGH + ") s WHERE TRUE" + sight.condition()
                        + " AND strpos(s.term, ?) > 0".repeat(others.size()) + " LIMIT " + EACH,
                binds,
                row -> rank);
    }

    /** How what stands in a row is ranked. */
    private interface Rank {
        int of(ResultSet row) throws SQLException;
    }

    private List<Found> found(String text, List<Object> binds, Rank rank) {
        var found = new ArrayList<Found>();
        Reading.each(
                sql,
                text,
                binds,
                row -> found.add(new Found(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        Source.of(row.getInt(4)),
                        rank.of(row))));
        return found;
    }
}

package relais.customers.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.platform.tenancy.Tenancy;
import relais.records.Records;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Visibility;

/** The pairs of customers that look alike, as far as the actor sees both and nobody said that they are two. */
@Service
public class Candidates {
    private static final String PAIRS = "SELECT l.first_id, l.second_id, l.score FROM customers.likeness l JOIN"
            + " customers.customer a ON a.tenant_id = l.tenant_id AND a.id = l.first_id JOIN customers.customer b ON"
            + " b.tenant_id = l.tenant_id AND b.id = l.second_id WHERE l.tenant_id = {0} AND a.tenant_id = {0} AND"
            + " b.tenant_id = {0} AND a.deleted_at IS NULL AND b.deleted_at IS NULL AND l.score >= {1} AND NOT EXISTS"
            + " (SELECT FROM records.api_verdict v WHERE v.tenant_id = {0} AND v.first_id = l.first_id AND v.second_id ="
            + " l.second_id AND v.kind = 'distinct') AND {2} AND {3} AND {4} ORDER BY l.score DESC, l.first_id DESC,"
            + " l.second_id DESC LIMIT {5}";

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Visibility visibility;
    private final Records records;
    private final Matching matching;
    private final FindingStore findings;

    Candidates(
            DSLContext sql,
            ObjectTypes types,
            Visibility visibility,
            Records records,
            Matching matching,
            FindingStore findings) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
        this.records = records;
        this.matching = matching;
        this.findings = findings;
    }

    /** A pair, with what speaks for it today. */
    public record Candidate(Snapshot first, Snapshot second, double score, String words) {}

    /** Where a page ends. */
    public record Place(double score, UUID first, UUID second) {
        /** Reads what {@link #text} wrote; null when it is none. */
        public static @Nullable Place read(@Nullable String text) {
            if (text == null || !text.matches("[0-9.]{1,20}_[0-9a-f-]{36}_[0-9a-f-]{36}")) {
                return null;
            }
            var parts = text.split("_");
            try {
                return new Place(Double.parseDouble(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2]));
            } catch (IllegalArgumentException nonsense) {
                return null;
            }
        }

        /** The place as it stands in addresses. */
        public String text() {
            return score + "_" + first + "_" + second;
        }
    }

    /** A page of pairs, the likeliest first, and where the next one goes on. */
    public record Page(List<Candidate> pairs, Optional<Place> next) {}

    /** The pairs behind this place. */
    @Transactional(readOnly = true)
    public Page page(@Nullable Place after, int limit) {
        var settings = matching.settings();
        var rows = rows(settings.threshold(), after, limit + 1);
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        var ids = new HashSet<UUID>();
        shown.forEach(p -> ids.addAll(List.of(p.first(), p.second())));
        var found = records.find(CustomerDescription.NAME, ids);
        var words = findings.latest().map(Finding::words).orElse(Frequencies.UNKNOWN);
        var pairs = new ArrayList<Candidate>();
        for (var row : shown) {
            var first = found.get(row.first());
            var second = found.get(row.second());
            if (first != null && second != null) {
                var compared = Comparison.of(
                        Profile.of(first.values(), settings.identifying()),
                        Profile.of(second.values(), settings.identifying()),
                        words);
                pairs.add(new Candidate(first, second, compared.score(), compared.words()));
            }
        }
        var last = rows.size() > limit ? shown.getLast() : null;
        return new Page(pairs, Optional.ofNullable(last).map(l -> new Place(l.score(), l.first(), l.second())));
    }

    private List<FindingStore.Pair> rows(double threshold, @Nullable Place after, int limit) {
        var type = types.of(CustomerDescription.NAME);
        var behind = after == null
                ? DSL.noCondition()
                : DSL.condition(
                        "(l.score, l.first_id, l.second_id) < ({0}, {1}, {2})",
                        DSL.val(after.score()), DSL.val(after.first()), DSL.val(after.second()));
        return sql.resultQuery(
                        PAIRS,
                        DSL.val(Tenancy.id()),
                        DSL.val(threshold),
                        visibility.rows(type, "a"),
                        visibility.rows(type, "b"),
                        behind,
                        DSL.inline(limit))
                .fetch(r -> new FindingStore.Pair(r.get(0, UUID.class), r.get(1, UUID.class), r.get(2, Double.class)));
    }
}

package relais.timeline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import relais.platform.database.Reading;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;

/** Finds where the entries of a thread stand, today or at a moment, from the rows of that thread alone. */
@Repository
class ThreadPlaces {
    /** When it was recorded; the oldest rows of a thread leave that to their entry. */
    static final String RECORDED = "coalesce(e.recorded_at, " + ofEntry("t.recorded_at") + ")";

    private static final String FOLDED = "coalesce(e.folded, " + ofEntry("lower(t.body)") + ")";
    private static final String BODY = ofEntry("t.body");

    /** Of so many removed notes at most the texts are compared, newest first. */
    private static final int REMOVED = 500;

    /** As the database orders them: it compares identifiers as texts, Java as signed numbers. */
    private static final Comparator<Place> NEWEST = Comparator.comparing(Place::occurredAt)
            .thenComparing(p -> p.entry().toString())
            .reversed();

    private final DSLContext sql;
    private final UnseenPeople unseen;

    ThreadPlaces(DSLContext sql, UnseenPeople unseen) {
        this.sql = sql;
        this.unseen = unseen;
    }

    private static String ofEntry(String value) {
        return "(SELECT " + value + " FROM timeline.entry t WHERE t.tenant_id = ? AND t.tenant_id = e.tenant_id AND"
                + " t.id = e.entry_id)";
    }

    /** Where an entry stands in a thread. */
    record Place(Instant occurredAt, UUID entry) {}

    /** The places of the entries before this one, newest first; a search compares the text of today. */
    List<Place> of(Threads.Wanted wanted, @Nullable Place before, int limit) {
        var standing = standing(wanted, before, limit);
        var moment = wanted.moment();
        if (moment == null) {
            return standing;
        }
        return Stream.concat(standing.stream(), removed(wanted, moment, before, limit))
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    private List<Place> standing(Threads.Wanted wanted, @Nullable Place before, int limit) {
        var where = new StringBuilder("e.tenant_id = ? AND e.customer_id = ?");
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), wanted.customer()));
        narrow(where, binds, "e.occurred_at, e.entry_id", "e.kind", wanted, before);
        where.append(unseen.leftOut(wanted.customer(), binds));
        var moment = wanted.moment();
        if (moment != null) {
            where.append(" AND ").append(RECORDED).append(" <= CAST(? AS timestamptz)");
            binds.add(Tenancy.id());
            binds.add(at(moment));
        }
        var sought = Sought.of(wanted.query());
        for (var word : sought.words()) {
            where.append(" AND strpos(").append(sought.signs() ? BODY : FOLDED).append(", ?) > 0");
            binds.add(Tenancy.id());
            binds.add(word);
        }
        var places = new ArrayList<Place>();
        Reading.each(
                sql,
                "SELECT e.occurred_at, e.entry_id FROM timeline.entry_customer e WHERE " + where
                        // a number and no bind, or PostgreSQL plans it anew each time
                        + " ORDER BY e.occurred_at DESC, e.entry_id DESC LIMIT " + limit,
                binds,
                row -> places.add(
                        new Place(row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, UUID.class))));
        return places;
    }

    private static void narrow(
            StringBuilder where,
            List<Object> binds,
            String order,
            String kind,
            Threads.Wanted wanted,
            @Nullable Place before) {
        if (before != null) {
            where.append(" AND (").append(order).append(") < (CAST(? AS timestamptz), ?)");
            binds.add(at(before.occurredAt()));
            binds.add(before.entry());
        }
        if (!wanted.kind().isEmpty()) {
            where.append(" AND ").append(kind).append(" = ?");
            binds.add(wanted.kind());
        }
    }

    /** The notes that stood at the moment and were removed since; few, so that their texts are compared here. */
    private Stream<Place> removed(Threads.Wanted wanted, Instant moment, @Nullable Place before, int limit) {
        var where = new StringBuilder("n.tenant_id = ? AND n.customer_id = ? AND n.deleted_at > CAST(? AS timestamptz)"
                + " AND n.created_at <= CAST(? AS timestamptz)");
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), wanted.customer(), at(moment), at(moment)));
        narrow(where, binds, "n.occurred_at, n.id", "n.kind", wanted, before);
        where.append(PersonalNotes.notes(binds));
        var sought = Sought.of(wanted.query());
        binds.add(sought.words().isEmpty() ? limit : REMOVED);
        return sql
                .resultQuery(
                        "SELECT n.occurred_at, n.id, n.body FROM timeline.note n WHERE " + where
                                + " ORDER BY n.occurred_at DESC, n.id DESC LIMIT ?",
                        binds.toArray())
                .fetch()
                .stream()
                .filter(r -> sought.in(r.get(2, String.class)))
                .map(ThreadPlaces::place);
    }

    /** The words looked for, each of which has to be in the text wherever it stands; signs alone are taken as they are. */
    private record Sought(List<String> words, boolean signs) {
        static Sought of(String query) {
            var key = Fold.key(query);
            boolean signs = key.codePoints().noneMatch(Character::isLetterOrDigit);
            return new Sought(key.isEmpty() ? List.of() : List.of(key.split(" ")), signs);
        }

        boolean in(String body) {
            var text = words.isEmpty() || signs ? body : Fold.key(body);
            return words.stream().allMatch(text::contains);
        }
    }

    private static Place place(org.jooq.Record r) {
        return new Place(r.get(0, OffsetDateTime.class).toInstant(), r.get(1, UUID.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

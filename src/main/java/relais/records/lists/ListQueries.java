package relais.records.lists;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.criteria.Criteria;
import relais.records.criteria.Criterion;
import relais.records.lists.ListWalk.Spot;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.records.types.Visibility;
import tools.jackson.databind.JsonNode;

/** Reads lists: an inner query finds keys and ids in an index, the page's records follow by their ids. */
@Service
public class ListQueries {
    private static final int COUNTED = 10_000;

    private final DSLContext sql;
    private final Criteria criteria;
    private final Records records;
    private final ListWalk walk;
    private final TagWalk tags;
    private final Patience patience;
    private final Visibility visibility;

    ListQueries(
            DSLContext sql,
            Criteria criteria,
            Records records,
            ListWalk walk,
            TagWalk tags,
            Patience patience,
            Visibility visibility) {
        this.sql = sql;
        this.criteria = criteria;
        this.records = records;
        this.walk = walk;
        this.tags = tags;
        this.patience = patience;
        this.visibility = visibility;
    }

    /** One page; refuses a cursor of another list and a search that takes over two seconds. */
    @Transactional(readOnly = true)
    public ListPage page(ListSpec spec) {
        return page(spec, ids -> records.find(spec.type().name(), ids));
    }

    /** The same with records of which nothing but these fields is read. */
    @Transactional(readOnly = true)
    public ListPage page(ListSpec spec, Collection<String> fields) {
        return page(spec, ids -> records.find(spec.type().name(), ids, fields));
    }

    private ListPage page(ListSpec spec, Function<List<UUID>, Map<UUID, Snapshot>> reading) {
        Actor.current().require(spec.type().name(), Action.READ);
        var cursor = Cursor.of(spec);
        boolean backward = cursor != null && cursor.backward();
        var spots = walk.spots(spec, cursor, backward, spec.limit() + 1);
        boolean more = spots.size() > spec.limit();
        if (more) {
            spots.removeLast();
        }
        if (backward) {
            Collections.reverse(spots);
        }
        int first = cursor == null ? 1 : backward ? Math.max(1, cursor.position() - spots.size()) : cursor.position();
        boolean before = backward ? more : cursor != null;
        boolean after = backward || more;
        return new ListPage(
                load(spots, reading),
                first,
                after && !spots.isEmpty()
                        ? cursor(spots.getLast(), first + spots.size(), false).text(spec)
                        : null,
                before && !spots.isEmpty()
                        ? cursor(spots.getFirst(), first, true).text(spec)
                        : null);
    }

    private static List<Snapshot> load(List<Spot> spots, Function<List<UUID>, Map<UUID, Snapshot>> reading) {
        var ids = spots.stream().map(Spot::id).toList();
        var found = reading.apply(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Cursor cursor(Spot spot, int position, boolean backward) {
        return new Cursor(text(spot.key()), text(spot.second()), spot.id(), position, backward);
    }

    private static JsonNode text(@Nullable Object key) {
        return key == null ? Values.none() : Values.text(String.valueOf(key));
    }

    /** The records beside this one, by where it stands now; it need not be in the list any more. */
    @Transactional(readOnly = true)
    public Neighbours neighbours(ListSpec spec, UUID record) {
        Actor.current().require(spec.type().name(), Action.READ);
        var here = walk.of(spec, record).orElseThrow(NotFound::new);
        return new Neighbours(beside(spec, here, true), beside(spec, here, false));
    }

    private @Nullable UUID beside(ListSpec spec, Spot here, boolean backward) {
        var found = walk.spots(spec, cursor(here, 1, backward), backward, 1);
        return found.isEmpty() ? null : found.getFirst().id();
    }

    /** How many records match, exactly up to ten thousand. */
    @Transactional(readOnly = true)
    public Count count(ObjectType type, Criterion criterion) {
        return count(type, criterion, COUNTED);
    }

    /** How many records match, exactly up to this many. */
    @Transactional(readOnly = true)
    public Count count(ObjectType type, Criterion criterion, int most) {
        Actor.current().require(type.name(), Action.READ);
        var n = patience.fetch(() -> patience.sql()
                .selectCount()
                .from(some(type, criterion, most + 1).asTable("matching"))
                .fetch(r -> r.value1()));
        int found = n.getFirst();
        return new Count(Math.min(found, most), found > most);
    }

    /** The ids of everything that matches, in no order, at most this many. */
    @Transactional(readOnly = true)
    public List<UUID> matching(ObjectType type, Criterion criterion, int limit) {
        Actor.current().require(type.name(), Action.READ);
        return patience.fetch(() -> some(type, criterion, limit).fetch(0, UUID.class));
    }

    private Select<? extends Record> some(ObjectType type, Criterion criterion, int most) {
        var tagged = tags.range(type, criterion);
        if (tagged != null) {
            return tags.some(tagged, most);
        }
        var where = ListWalk.alive(type).and(criteria.condition(type, ListWalk.R, criterion));
        var own = indexed(type, criterion) ? null : visibility.belonging(type);
        return own != null
                ? new Branches(patience.sql(), type, own, List.of(ListWalk.id()), where).some(most)
                : patience.sql()
                        .select(ListWalk.id())
                        .from(ListWalk.rows(type))
                        .where(where)
                        .and(visibility.rows(type, ListWalk.R))
                        .limit(most);
    }

    /**
     * Whether the filter is a range of an index that has the rights beside its key. One walk along it ends when enough is
     * found; a walk for each site, owner and what is shared would go along the whole range each time.
     */
    private static boolean indexed(ObjectType type, Criterion criterion) {
        return switch (criterion) {
            case Criterion.Test test ->
                test.operator().ranged()
                        && type.field(test.field())
                                .filter(f -> f.has(Field.Trait.SORTABLE))
                                .isPresent();
            case Criterion.All all -> all.of().stream().anyMatch(c -> indexed(type, c));
            case Criterion.Any any -> false;
            case Criterion.None none -> false;
            case Criterion.Related related -> false;
        };
    }

    /** The ids of what matches behind one id and up to another, in their order, at most this many. */
    @Transactional(readOnly = true)
    public List<UUID> walk(ObjectType type, Criterion criterion, UUID behind, UUID upTo, int limit) {
        Actor.current().require(type.name(), Action.READ);
        return sql.select(ListWalk.id())
                .from(ListWalk.rows(type))
                .where(ListWalk.alive(type)
                        .and(criteria.condition(type, ListWalk.R, criterion))
                        .and(visibility.rows(type, ListWalk.R))
                        .and(ListWalk.id().gt(behind))
                        .and(ListWalk.id().le(upTo)))
                .orderBy(ListWalk.id())
                .limit(limit)
                .fetch(r -> r.value1());
    }
}

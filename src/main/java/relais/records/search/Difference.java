package relais.records.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.records.changes.RecordsWritten;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import tools.jackson.databind.node.ObjectNode;

/** What a write changes in the terms: only the difference is written. */
final class Difference {
    private static final Set<String> RIGHTS = Set.of("site", "owner", "shared");

    private final ObjectType type;
    private final Set<String> sources;
    private final List<UUID> gone = new ArrayList<>();
    private final List<TermRow> less = new ArrayList<>();
    private final List<TermRow> more = new ArrayList<>();
    private final List<TermRow> first = new ArrayList<>();
    private final Map<Rights, List<UUID>> moved = new LinkedHashMap<>();

    private Difference(ObjectType type) {
        this.type = type;
        this.sources = Stream.concat(
                        type.fields().stream().filter(f -> Terms.from(type, f)).map(Field::name),
                        Stream.of(Snapshot.DELETED))
                .collect(Collectors.toSet());
    }

    static Difference of(RecordsWritten written) {
        var difference = new Difference(written.type());
        // Terms are made of a record alone: two cores make them while the database waits anyway.
        written.items().parallelStream().map(difference::made).toList().forEach(difference::add);
        return difference;
    }

    /** Records without any terms from now on. */
    List<UUID> gone() {
        return gone;
    }

    List<TermRow> less() {
        return less;
    }

    List<TermRow> more() {
        return more;
    }

    /** The terms of records that begin with this write. */
    List<TermRow> first() {
        return first;
    }

    /** Records whose row rights changed. */
    Map<Rights, List<UUID>> moved() {
        return moved;
    }

    /** One record's terms as they were and are; both empty when nothing about them changed. */
    private record Made(RecordsWritten.Item item, Set<Term> former, Set<Term> now) {
        boolean gone() {
            return now.isEmpty() && without(item.state());
        }

        static boolean without(@Nullable ObjectNode state) {
            return state == null || state.has(Snapshot.DELETED);
        }
    }

    private Made made(RecordsWritten.Item item) {
        var before = item.change().before();
        if (Made.without(item.state())
                || before != null && before.propertyNames().stream().noneMatch(sources::contains)) {
            return new Made(item, Set.of(), Set.of());
        }
        var former = item.former(); // a record in the trash had no terms
        return new Made(
                item,
                before == null || former.has(Snapshot.DELETED) ? Set.of() : Terms.of(type, former),
                Terms.of(type, Objects.requireNonNull(item.state())));
    }

    private void add(Made made) {
        var change = made.item().change();
        var state = made.item().state();
        if (state == null || made.gone()) {
            if (!change.creates()) {
                gone.add(change.record());
            }
            return;
        }
        var rights = Rights.of(state);
        var before = change.before();
        if (before != null && before.propertyNames().stream().anyMatch(RIGHTS::contains)) {
            moved.computeIfAbsent(rights, r -> new ArrayList<>()).add(change.record());
        }
        rows(
                change.record(),
                made.former().stream().filter(t -> !made.now().contains(t)).toList(),
                rights,
                less);
        rows(
                change.record(),
                made.now().stream().filter(t -> !made.former().contains(t)).toList(),
                rights,
                change.creates() ? first : more);
    }

    private void rows(UUID record, Iterable<Term> terms, Rights rights, List<TermRow> to) {
        terms.forEach(t -> to.add(new TermRow(t, record, type.name(), rights)));
    }
}

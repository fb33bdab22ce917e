package relais.records.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        written.items().forEach(difference::add);
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

    /** Records whose row rights changed. */
    Map<Rights, List<UUID>> moved() {
        return moved;
    }

    private void add(RecordsWritten.Item item) {
        var change = item.change();
        var state = item.state();
        if (state == null || state.has(Snapshot.DELETED)) {
            if (!change.creates()) {
                gone.add(change.record());
            }
            return;
        }
        var rights = Rights.of(state);
        var before = change.before();
        if (before == null) {
            rows(change.record(), Terms.of(type, state), rights, more);
            return;
        }
        if (before.propertyNames().stream().anyMatch(RIGHTS::contains)) {
            moved.computeIfAbsent(rights, r -> new ArrayList<>()).add(change.record());
        }
        if (before.propertyNames().stream().anyMatch(sources::contains)) {
            compare(change.record(), former(item.former()), Terms.of(type, state), rights);
        }
    }

    private void compare(UUID record, Set<Term> former, Set<Term> now, Rights rights) {
        rows(record, former.stream().filter(t -> !now.contains(t)).toList(), rights, less);
        rows(record, now.stream().filter(t -> !former.contains(t)).toList(), rights, more);
    }

    /** A record in the trash had no terms. */
    private Set<Term> former(ObjectNode former) {
        return former.has(Snapshot.DELETED) ? Set.of() : Terms.of(type, former);
    }

    private void rows(UUID record, Iterable<Term> terms, Rights rights, List<TermRow> to) {
        terms.forEach(t -> to.add(new TermRow(t, record, type.name(), rights)));
    }
}

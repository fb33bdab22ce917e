package relais.records.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.types.Field;
import relais.records.types.FieldDescription;
import relais.records.types.Labels;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Option;
import relais.ui.Words;

/** The columns of one list: their heads, how they are sorted, and which of them a phone shows. */
final class ListHeads {
    private final ListState state;
    private final Sort sort;
    private final Set<String> phone;

    private ListHeads(ListState state, Set<String> phone) {
        this.state = state;
        this.sort = Sort.of(state.type(), state.sort());
        this.phone = phone;
    }

    /** The columns of this list; a phone rather shows a figure that these rows have. */
    static ListHeads of(ListState state, List<Snapshot> rows) {
        return new ListHeads(state, phone(state, rows));
    }

    List<ListPages.Head> all() {
        var heads = new ArrayList<ListPages.Head>();
        heads.add(head(state.type().required(state.type().titles().getFirst()), "name"));
        state.columns().forEach(f -> heads.add(head(f, cls(f))));
        return heads;
    }

    /** The class of a column's cells. */
    String cls(Field field) {
        return (Cells.figures(field) ? "n" : "")
                + (Cells.tiers(field) ? " mark" : "")
                + (phone.contains(field.name()) ? "" : " hide-m");
    }

    /** The columns that a phone shows beside the name: the tier and one figure or what the list is sorted by. */
    private static Set<String> phone(ListState state, List<Snapshot> rows) {
        var sort = Sort.of(state.type(), state.sort());
        var tier =
                state.columns().stream().filter(Cells::tiers).map(Field::name).limit(1);
        var figure = state.columns().stream()
                .filter(f -> sort.rank(f) == 1 || Cells.figures(f) && filled(f, rows))
                .sorted(Comparator.comparing(f -> sort.rank(f) != 1))
                .map(Field::name)
                .limit(1);
        return Stream.concat(tier, figure).collect(Collectors.toSet());
    }

    private static boolean filled(Field field, List<Snapshot> rows) {
        return rows.stream().anyMatch(r -> !Values.empty(r.value(field.name())));
    }

    private ListPages.Head head(Field field, String cls) {
        var type = state.type();
        boolean sortable = field.has(Field.Trait.SORTABLE);
        var address = state.address();
        return new ListPages.Head(
                field.name().equals(type.titles().getFirst())
                        ? ListWords.capitalised(Labels.object(type))
                        : Labels.field(type, field),
                sortable ? address.sorted(sort.by(field)).href() : "",
                sortable ? address.sorted(sort.also(field)).href() : "",
                sort.rank(field) == 0 ? null : sort.down(field) ? "descending" : "ascending",
                sort.then() == null ? 0 : sort.rank(field),
                sortable || !field.custom() ? "" : Words.t("list.sort.unindexed", Labels.field(type, field)),
                !sortable && field.custom() && Actor.current().may(FieldDescription.NAME, Action.CONFIGURE)
                        ? "/settings/objects/" + type.name()
                        : "",
                cls);
    }

    /** The keys that the list can be sorted by, each in both directions. */
    List<Option> keys() {
        var keys = new ArrayList<Option>();
        state.type().fields().stream()
                .filter(f -> f.has(Field.Trait.SORTABLE))
                .forEach(f -> {
                    var label = Labels.field(state.type(), f);
                    keys.add(new Option(f.name(), Words.t("list.sort.up", label)));
                    keys.add(new Option("-" + f.name(), Words.t("list.sort.down", label)));
                });
        return keys;
    }

    /** The key that sorts first. */
    String first() {
        return new Sort(sort.field(), sort.descending()).text();
    }

    /** The key that sorts second, empty when there is none. */
    String second() {
        var then = sort.then();
        return then == null ? "" : then.text();
    }
}

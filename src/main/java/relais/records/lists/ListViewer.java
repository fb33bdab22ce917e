package relais.records.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.CriteriaWords;
import relais.records.criteria.Criterion;
import relais.records.types.Field;
import relais.records.types.FieldDescription;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.ui.Pager;
import relais.ui.Tab;
import relais.ui.Words;

/** Makes the page of a list from what its address says. */
@Component
class ListViewer {
    private static final int ROWS = 50;

    private final ListQueries queries;
    private final ObjectTypes types;
    private final SavedViews views;
    private final CriteriaWords words;
    private final ReferenceNames names;
    private final BulkOffers bulk;

    ListViewer(
            ListQueries queries,
            ObjectTypes types,
            SavedViews views,
            CriteriaWords words,
            ReferenceNames names,
            BulkOffers bulk) {
        this.queries = queries;
        this.types = types;
        this.views = views;
        this.words = words;
        this.names = names;
        this.bulk = bulk;
    }

    public ListPages.Show show(ListState state) {
        var type = state.type();
        var notices = new ArrayList<>(state.notices());
        var page = page(state, notices);
        return new ListPages.Show(
                named(type),
                type.plural(),
                state.address().at(null).href("/count"),
                tabs(state),
                view(state),
                chips(state),
                notices,
                state.address().at(null).href("/conditions"),
                state.address().at(null).href("/criteria"),
                state.address().at(null).without(),
                columns(state),
                heads(state),
                rows(state, page.rows()),
                pager(state, page),
                page.rows().isEmpty() ? nothing(state) : null,
                page.rows().isEmpty() ? null : bulk.of(state),
                rights(type));
    }

    /** The page asked for; from the beginning, with a word about it, when its place belongs to another list. */
    private ListPage page(ListState state, List<String> notices) {
        var sort = Sort.of(state.type(), state.sort());
        try {
            return queries.page(new ListSpec(
                    state.type(), state.criterion(), sort, state.address().at(), ROWS));
        } catch (Refused refused) {
            notices.add(Words.t("refused." + refused.code(), refused.args().toArray()));
            return refused.code().equals("cursor.foreign")
                    ? queries.page(new ListSpec(state.type(), state.criterion(), sort, null, ROWS))
                    : new ListPage(List.of(), 1, null, null);
        }
    }

    private static ListPages.Names named(ObjectType type) {
        var one = Labels.object(type);
        var many = Labels.objects(type);
        var create = Words.or("list.new." + type.name(), Words.t("list.new", one));
        return new ListPages.Names(type.name(), one, many, ListWords.capitalised(many), create);
    }

    private static ListPages.Rights rights(ObjectType type) {
        var actor = Actor.current();
        return new ListPages.Rights(
                actor.may(type.name(), Action.CREATE),
                actor.may(type.name(), Action.IMPORT),
                actor.may(type.name(), Action.EXPORT));
    }

    private List<Tab> tabs(ListState state) {
        return views.of(state.type()).stream()
                .map(v -> new Tab(
                        v.name(),
                        ListAddress.view(state.type().plural(), v.key().equals(SavedViews.ALL) ? "" : v.key())
                                .href(),
                        v.key().equals(state.view().key())))
                .toList();
    }

    private static ListPages.View view(ListState state) {
        var view = state.view();
        return new ListPages.View(
                view.name(),
                view.key(),
                state.differs(),
                view.editable(),
                view.shared(),
                SavedViews.mayShare(),
                ListAddress.view(state.type().plural(), state.address().view()).href());
    }

    private List<ListPages.Chip> chips(ListState state) {
        var parts = parts(state.criterion());
        var chips = new ArrayList<ListPages.Chip>();
        for (int i = 0; i < parts.size(); i++) {
            var phrase = words.phrase(state.type(), parts.get(i));
            var rest = new ArrayList<>(parts);
            rest.remove(i);
            var address = state.address();
            boolean simple = parts.get(i) instanceof Criterion.Test;
            var edit = address.at(null).filtered(CriteriaJson.text(state.criterion()));
            chips.add(new ListPages.Chip(
                    phrase.subject(),
                    phrase.operator(),
                    phrase.value(),
                    address.filtered(CriteriaJson.text(new Criterion.All(rest))).href(),
                    simple
                            ? ListWords.more(edit.href("/conditions"), "place", String.valueOf(i))
                            : edit.href("/criteria")));
        }
        return chips;
    }

    /** The conditions that all have to hold. */
    static List<Criterion> parts(Criterion criterion) {
        return criterion instanceof Criterion.All all ? all.of() : List.of(criterion);
    }

    private static ListPages.Columns columns(ListState state) {
        var shown = state.columns().stream().map(Field::name).toList();
        var all = new LinkedHashMap<String, Field>();
        state.columns().forEach(f -> all.put(f.name(), f));
        state.type().fields().forEach(f -> all.putIfAbsent(f.name(), f));
        all.remove(state.type().titles().getFirst());
        return new ListPages.Columns(
                all.values().stream()
                        .map(f ->
                                new ListPages.Column(f.name(), Labels.field(state.type(), f), shown.contains(f.name())))
                        .toList(),
                state.address().without("columns", "at"),
                state.address().showing(null).href());
    }

    private static List<ListPages.Head> heads(ListState state) {
        var heads = new ArrayList<ListPages.Head>();
        var phone = phone(state);
        heads.add(head(state, state.type().required(state.type().titles().getFirst()), true));
        state.columns().forEach(f -> heads.add(head(state, f, phone.contains(f.name()))));
        return heads;
    }

    /** The columns that a phone shows beside the name: the tier and one figure, or the first two. */
    private static Set<String> phone(ListState state) {
        var sorted = state.sort().replaceFirst("^-", "");
        var tier =
                state.columns().stream().filter(Cells::tiers).map(Field::name).limit(1);
        var figure = state.columns().stream()
                .filter(f -> f.name().equals(sorted) || Cells.figures(f))
                .sorted(java.util.Comparator.comparing(f -> !f.name().equals(sorted)))
                .map(Field::name)
                .limit(1);
        return java.util.stream.Stream.concat(tier, figure).collect(Collectors.toSet());
    }

    private static String cls(Field field, boolean onPhone) {
        return (Cells.figures(field) ? "n" : "") + (onPhone ? "" : " hide-m");
    }

    private static ListPages.Head head(ListState state, Field field, boolean onPhone) {
        var type = state.type();
        var current = Sort.of(type, state.sort());
        boolean sorted = current.field().name().equals(field.name());
        boolean sortable = field.has(Field.Trait.SORTABLE);
        boolean first = type.titles().getFirst().equals(field.name());
        var next = sorted && !current.descending() ? "-" + field.name() : field.name();
        return new ListPages.Head(
                first ? ListWords.capitalised(Labels.object(type)) : Labels.field(type, field),
                sortable ? state.address().sorted(next).href() : "",
                !sorted ? null : current.descending() ? "descending" : "ascending",
                sortable || !field.custom() ? "" : Words.t("list.sort.unindexed", Labels.field(type, field)),
                !sortable && field.custom() && Actor.current().may(FieldDescription.NAME, Action.CONFIGURE)
                        ? "/settings/objects/" + type.name()
                        : "",
                cls(field, onPhone));
    }

    private List<ListPages.Row> rows(ListState state, List<Snapshot> rows) {
        var plurals = types.all().stream()
                .filter(ObjectType::listed)
                .collect(Collectors.toMap(ObjectType::name, ObjectType::plural));
        var cells = new Cells(state.type(), names.of(state.type(), rows), plurals);
        var phone = phone(state);
        return rows.stream().map(r -> row(state, r, cells, phone)).toList();
    }

    private static ListPages.Row row(ListState state, Snapshot row, Cells cells, Set<String> phone) {
        return new ListPages.Row(
                row.id().toString(),
                row.version(),
                RecordMark.of(state.type(), row),
                state.columns().stream()
                        .map(f -> new ListPages.Placed(cells.of(f, row), cls(f, phone.contains(f.name()))))
                        .toList());
    }

    private static Pager pager(ListState state, ListPage page) {
        int last = page.first() + page.rows().size() - 1;
        var position = page.rows().isEmpty() ? "" : Words.t("list.position", page.first(), last);
        return new Pager(position, place(state, page.previous()), place(state, page.next()));
    }

    private static String place(ListState state, @org.jspecify.annotations.Nullable String cursor) {
        return cursor == null ? "" : state.address().at(cursor).href();
    }

    private ListPages.Nothing nothing(ListState state) {
        var type = state.type();
        var many = Labels.objects(type);
        if (!state.filtered()) {
            boolean imports = rights(type).imports();
            return new ListPages.Nothing(
                    type.icon(),
                    Words.t("list.nothing", many),
                    Words.or("list.nothing.text." + type.name(), Words.t("list.nothing.text")),
                    imports ? "/imports" : "",
                    Words.t("list.import"));
        }
        var all = queries.count(type, Criterion.everything());
        return new ListPages.Nothing(
                "list-filter",
                Words.t("list.nothing.filtered"),
                Words.t("list.nothing.without", ListWords.count(all)),
                state.address()
                        .filtered(CriteriaJson.text(Criterion.everything()))
                        .href(),
                Words.t("list.filters.remove"));
    }
}

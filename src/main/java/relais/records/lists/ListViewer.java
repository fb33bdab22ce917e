package relais.records.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.ui.Pager;
import relais.ui.Tab;
import relais.ui.Words;

/** Makes the page of a list from what its address says. */
@Component
class ListViewer {
    private static final int ROWS = 50;

    private final ListQueries queries;
    private final ListRows rows;
    private final ListChips chips;
    private final SavedViews views;
    private final BulkOffers bulk;

    ListViewer(ListQueries queries, ListRows rows, ListChips chips, SavedViews views, BulkOffers bulk) {
        this.queries = queries;
        this.rows = rows;
        this.chips = chips;
        this.views = views;
        this.bulk = bulk;
    }

    public ListPages.Show show(ListState state) {
        var type = state.type();
        var notices = new ArrayList<>(state.notices());
        var page = page(state, notices);
        var heads = ListHeads.of(state, page.rows());
        return new ListPages.Show(
                named(type),
                type.plural(),
                "/" + type.plural() + "/count",
                state.address().at(null).href(),
                board(state),
                tabs(state),
                view(state),
                chips.of(state),
                notices,
                state.address().at(null).href("/conditions"),
                state.address().at(null).href("/criteria"),
                state.address().at(null).without(),
                unshown(state),
                state.address().href("/columns"),
                heads.all(),
                rows.of(state, heads, page.rows()),
                places(state, page.first()),
                foot(state, page),
                page.rows().isEmpty() ? nothing(state) : null,
                page.rows().isEmpty() ? null : bulk.of(state),
                rights(type));
    }

    /** The page asked for; from the beginning, with a word about it, when its place belongs to another list. */
    private ListPage page(ListState state, List<String> notices) {
        var sort = Sort.of(state.type(), state.sort());
        try {
            return queries.page(
                    new ListSpec(
                            state.type(),
                            state.criterion(),
                            sort,
                            state.address().at(),
                            ROWS),
                    shown(state));
        } catch (Refused refused) {
            notices.add(Words.t("refused." + refused.code(), refused.args().toArray()));
            return refused.code().equals("cursor.foreign")
                    ? queries.page(new ListSpec(state.type(), state.criterion(), sort, null, ROWS), shown(state))
                    : new ListPage(List.of(), 1, null, null);
        }
    }

    /** The columns and what marks a record. */
    private static Set<String> shown(ListState state) {
        var shown = new HashSet<>(RecordMark.FIELDS);
        shown.addAll(state.type().titles());
        state.columns().forEach(f -> shown.add(f.name()));
        return shown;
    }

    private static ListPages.Names named(ObjectType type) {
        var one = Labels.object(type);
        var many = Labels.objects(type);
        var create = type.own() != null
                ? ListWords.capitalised(one)
                : Words.or("list.new." + type.name(), Words.t("list.new", one));
        return new ListPages.Names(type.name(), one, many, ListWords.capitalised(many), create, importing(type));
    }

    private static String importing(ObjectType type) {
        return type.own() == null ? "/imports" : "/imports/new?object=" + type.name();
    }

    private static String board(ListState state) {
        boolean choices = state.type().fields().stream()
                .anyMatch(f -> f.type() == FieldType.CHOICE && f.choices().size() > 1);
        return choices ? state.address().at(null).href("/board") : "";
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
                view.pinned(),
                SavedViews.mayShare(),
                ListAddress.view(state.type().plural(), state.address().view()).href());
    }

    /** How many own fields have no column because there are so many; none when somebody chose. */
    private static long unshown(ListState state) {
        return state.chosenColumns().isEmpty()
                ? state.type().fields().stream()
                        .filter(f -> f.custom() && !state.columns().contains(f))
                        .count()
                : 0;
    }

    /** The choice of columns and of the order. */
    static ListPages.Columns columns(ListState state) {
        var heads = ListHeads.of(state, List.of());
        var shown = state.columns().stream().map(Field::name).toList();
        var all = new LinkedHashMap<String, Field>();
        state.columns().forEach(f -> all.put(f.name(), f));
        state.type().fields().forEach(f -> all.putIfAbsent(f.name(), f));
        all.remove(state.type().titles().getFirst());
        return new ListPages.Columns(
                "/" + state.type().plural(),
                all.values().stream()
                        .map(f ->
                                new ListPages.Column(f.name(), Labels.field(state.type(), f), shown.contains(f.name())))
                        .toList(),
                unshown(state),
                heads.keys(),
                heads.first(),
                heads.second(),
                state.address().without("columns", "sort", "at"),
                state.address().showing(null).href());
    }

    /** Where the rows and their fields lie for what works on them in their place. */
    private static ListPages.Places places(ListState state, int first) {
        var address = state.address();
        return new ListPages.Places(
                "/records/" + state.type().name() + "/",
                "/" + state.type().plural() + "/rows/",
                address.at(null).query(),
                address.href(),
                first);
    }

    private static ListPages.Foot foot(ListState state, ListPage page) {
        int last = page.first() + page.rows().size() - 1;
        boolean none = page.rows().isEmpty();
        var position = none ? "" : Words.t("list.position", page.first(), last);
        return new ListPages.Foot(
                new Pager(position, place(state, page.previous()), place(state, page.next())),
                none ? "" : state.address().at(null).href("/total"),
                ListFoot.sum(state, page.rows()));
    }

    private static String place(ListState state, @Nullable String cursor) {
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
                    imports ? importing(type) : "",
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

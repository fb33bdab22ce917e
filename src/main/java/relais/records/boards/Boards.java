package relais.records.boards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.lists.Cell;
import relais.records.lists.Cells;
import relais.records.lists.ListAddress;
import relais.records.lists.ListPage;
import relais.records.lists.ListQueries;
import relais.records.lists.ListSpec;
import relais.records.lists.ListState;
import relais.records.lists.ListStates;
import relais.records.lists.ListWords;
import relais.records.lists.SavedViews;
import relais.records.lists.Sort;
import relais.records.types.Choice;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Option;
import relais.ui.Tab;
import relais.ui.Words;

/** Lays the records of a list out in columns. */
@Component
class Boards {
    /** Cards of one column; the rest is a click away. */
    static final int CARDS = 30;

    private static final int LINES = 4;
    private static final Field NEWEST = Field.of("id", FieldType.LINK, "id", "main");

    private final ListStates states;
    private final ListQueries queries;
    private final SavedViews views;
    private final ObjectTypes types;
    private final ReferenceNames names;

    Boards(ListStates states, ListQueries queries, SavedViews views, ObjectTypes types, ReferenceNames names) {
        this.states = states;
        this.queries = queries;
        this.views = views;
        this.types = types;
        this.names = names;
    }

    /** The fields whose choices can be columns. */
    static List<Field> fields(ObjectType type) {
        return type.fields().stream()
                .filter(f -> f.type() == FieldType.CHOICE && f.choices().size() > 1)
                .toList();
    }

    /** The field asked for, else the one that the object was given, else the first. */
    Field by(ObjectType type, String asked) {
        var all = fields(type);
        var made = type.own();
        var usual = made == null || made.board() == null ? "stage" : made.board();
        return named(all, asked)
                .or(() -> named(all, usual))
                .or(() -> all.stream().findFirst())
                .orElseThrow(NotFound::new);
    }

    private static Optional<Field> named(List<Field> all, String name) {
        return all.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    @Transactional(readOnly = true)
    BoardPages.Show show(ListAddress address, String asked) {
        var state = states.of(address);
        var type = state.type();
        var by = by(type, asked);
        var many = Labels.objects(type);
        boolean creates = Actor.current().may(type.name(), Action.CREATE);
        var notices = new ArrayList<>(state.notices());
        return new BoardPages.Show(
                ListWords.capitalised(many),
                type.plural(),
                creates ? "/" + type.plural() + "/new" : "",
                type.own() != null
                        ? ListWords.capitalised(Labels.object(type))
                        : Words.or("list.new." + type.name(), Words.t("list.new", Labels.object(type))),
                tabs(state, by),
                address.at(null).href(),
                fields(type).stream()
                        .map(f -> new Option(f.name(), Labels.field(type, f)))
                        .toList(),
                address.at(null).parameters().entrySet().stream()
                        .map(e -> new Option(e.getKey(), e.getValue()))
                        .toList(),
                board(state, by, notices),
                notices);
    }

    private List<Tab> tabs(ListState state, Field by) {
        return views.of(state.type()).stream()
                .map(v -> new Tab(
                        v.name(),
                        place(ListAddress.view(state.type().plural(), v.key().equals("all") ? "" : v.key()), by),
                        v.key().equals(state.view().key())))
                .toList();
    }

    private static String place(ListAddress address, Field by) {
        var href = address.href("/board");
        return href + (href.contains("?") ? "&" : "?") + "by=" + by.name();
    }

    private BoardPages.Board board(ListState state, Field by, List<String> notices) {
        var type = state.type();
        var pages = new ArrayList<ListPage>();
        var choices = new ArrayList<Choice>();
        for (var choice : by.choices()) {
            choices.add(choice);
            pages.add(page(state, test(by, choice.code()), notices));
        }
        var rest = page(state, new Criterion.Test(by.name(), Operator.EMPTY, List.of()), notices);
        var rows = new ArrayList<Snapshot>(rest.rows());
        pages.forEach(p -> rows.addAll(p.rows()));
        var cells = new Cells(type, names.of(type, rows), plurals());
        var columns = new ArrayList<BoardPages.Column>();
        boolean moves = by.writable() && Actor.current().may(type.name(), Action.UPDATE);
        var without = new Choice("", Map.of());
        if (!rest.rows().isEmpty()) {
            columns.add(column(state, by, without, 0, rest, cells, moves));
        }
        for (int i = 0; i < choices.size(); i++) {
            columns.add(column(state, by, choices.get(i), i + 1, pages.get(i), cells, moves));
        }
        return new BoardPages.Board(
                by.name(),
                Labels.field(type, by),
                type.plural(),
                place(state.address().at(null), by),
                moves,
                columns);
    }

    private static Criterion test(Field by, String code) {
        return code.isEmpty()
                ? new Criterion.Test(by.name(), Operator.EMPTY, List.of())
                : new Criterion.Test(by.name(), Operator.IS, List.of(Values.text(code)));
    }

    private static Criterion within(ListState state, Criterion column) {
        return new Criterion.All(state.filtered() ? List.of(state.criterion(), column) : List.of(column));
    }

    private ListPage page(ListState state, Criterion column, List<String> notices) {
        var sort = state.sort().isEmpty() ? new Sort(NEWEST, true) : Sort.of(state.type(), state.sort());
        try {
            return queries.page(new ListSpec(state.type(), within(state, column), sort, null, CARDS), shown(state));
        } catch (Refused slow) {
            var said = Words.t("refused." + slow.code(), slow.args().toArray());
            if (!notices.contains(said)) {
                notices.add(said);
            }
            return new ListPage(List.of(), 1, null, null);
        }
    }

    private static Set<String> shown(ListState state) {
        var shown = new HashSet<>(state.type().titles());
        state.columns().forEach(f -> shown.add(f.name()));
        fields(state.type()).forEach(f -> shown.add(f.name()));
        return shown;
    }

    private BoardPages.Column column(
            ListState state, Field by, Choice choice, int rank, ListPage page, Cells cells, boolean moves) {
        var type = state.type();
        boolean more = page.next() != null;
        var all = state.address().filtered(CriteriaJson.text(within(state, test(by, choice.code()))));
        var code = choice.code();
        var lines = state.columns().stream()
                .filter(f -> !f.name().equals(by.name()) && !type.titles().contains(f.name()))
                .toList();
        return new BoardPages.Column(
                code,
                code.isEmpty() ? Words.t("board.none") : Labels.choice(type, by, choice),
                rank == 0 ? "none" : "c" + Math.min(rank, 6),
                page.rows().size() + (more ? "+" : ""),
                page.rows().stream().map(r -> card(r, by, lines, cells, moves)).toList(),
                more ? all.href() : "",
                more ? all.href("/count") : "");
    }

    private BoardPages.Card card(Snapshot row, Field by, List<Field> lines, Cells cells, boolean moves) {
        var filled = lines.stream()
                .map(f -> cells.of(f, row))
                .filter(c -> !(c instanceof Cell.Blank))
                .limit(LINES)
                .toList();
        return new BoardPages.Card(
                row.id(),
                row.version(),
                row.title().isBlank() ? Words.t("list.nameless") : row.title(),
                "/" + row.type().plural() + "/" + row.id(),
                moves && types.editable(row.type(), by, row.values()),
                filled);
    }

    private Map<String, String> plurals() {
        return types.all().stream()
                .filter(ObjectType::listed)
                .collect(Collectors.toMap(ObjectType::name, ObjectType::plural));
    }
}

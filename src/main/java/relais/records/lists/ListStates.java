package relais.records.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Words;

/** Reads addresses of lists; what can't be understood is left out and said. */
@Service
public class ListStates {
    private static final int CUSTOM_COLUMNS = 6;

    private final ObjectTypes types;
    private final SavedViews views;
    private final Criteria criteria;

    ListStates(ObjectTypes types, SavedViews views, Criteria criteria) {
        this.types = types;
        this.views = views;
        this.criteria = criteria;
    }

    /** The object whose records stand under this address; nobody may know of one that he may not read. */
    public ObjectType type(String plural) {
        return types.plural(plural)
                .filter(ObjectType::listed)
                .filter(t -> Actor.current().may(t.name(), Action.READ))
                .orElseThrow(NotFound::new);
    }

    /** What the list at this address shows. */
    public ListState of(ListAddress address) {
        var type = type(address.plural());
        var notices = new ArrayList<String>();
        var view = views.find(type, address.view()).orElse(null);
        if (view == null) {
            notices.add(Words.t("list.view.gone"));
            view = views.find(type, "").orElseThrow();
        }
        var criterion = criterion(address, view, notices);
        criteria.mistakes(type, criterion)
                .forEach(m -> notices.add(Words.t("list.filter.ignored", Labels.problem(m.problem()))));
        var chosen = chosen(type, address, view, notices);
        var columns = chosen.isEmpty()
                ? usual(type)
                : chosen.stream()
                        .filter(n -> !n.equals(type.titles().getFirst()))
                        .map(type::required)
                        .toList();
        return new ListState(
                type, address, view, criterion, columns, chosen, sort(type, address, view, notices), notices);
    }

    private static Criterion criterion(ListAddress address, SavedView view, List<String> notices) {
        if (address.filter() == null) {
            return view.criterion();
        }
        try {
            return CriteriaJson.parse(address.filter());
        } catch (Refused unreadable) {
            var reason =
                    Words.t("refused." + unreadable.code(), unreadable.args().toArray());
            notices.add(Words.t("list.filter.ignored", reason));
            return view.criterion();
        }
    }

    private static List<String> chosen(ObjectType type, ListAddress address, SavedView view, List<String> notices) {
        var names = address.columns() == null
                ? view.columns()
                : Arrays.stream(address.columns().split(","))
                        .filter(n -> !n.isBlank())
                        .distinct()
                        .toList();
        var unknown = names.stream().filter(n -> type.field(n).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            notices.add(Words.t("list.column.unknown", String.join(", ", unknown)));
        }
        return names.stream().filter(n -> type.field(n).isPresent()).toList();
    }

    private static List<Field> usual(ObjectType type) {
        if (type.own() != null) {
            return usualOfOwn(type);
        }
        var columns = new ArrayList<Field>();
        type.fields().stream()
                .filter(f -> f.has(Field.Trait.DEFAULT_COLUMN))
                .filter(f -> !f.name().equals(type.titles().getFirst()))
                .forEach(columns::add);
        type.fields().stream().filter(Field::custom).limit(CUSTOM_COLUMNS).forEach(columns::add);
        return columns;
    }

    /** What a workspace thought of itself comes first, in its order; whose a record is, last. */
    private static List<Field> usualOfOwn(ObjectType type) {
        var titles = type.titles();
        var own = type.fields().stream()
                .filter(Field::custom)
                .limit(CUSTOM_COLUMNS)
                .toList();
        return type.fields().stream()
                .filter(f -> own.contains(f) || f.has(Field.Trait.DEFAULT_COLUMN) && !titles.contains(f.name()))
                .toList();
    }

    private static String sort(ObjectType type, ListAddress address, SavedView view, List<String> notices) {
        var kept = new ArrayList<String>();
        for (var key : Sort.keys(Objects.requireNonNullElse(address.sort(), view.sort()))) {
            var name = Sort.name(key);
            if (type.field(name).filter(f -> f.has(Field.Trait.SORTABLE)).isPresent()) {
                kept.add(key);
            } else {
                notices.add(Words.t(
                        "list.sort.unknown",
                        type.field(name).map(f -> Labels.field(type, f)).orElse(name)));
            }
        }
        var usual = type.titles().getFirst();
        return kept.equals(List.of(usual)) ? "" : String.join(",", kept);
    }
}

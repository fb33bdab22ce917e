package relais.integration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.lists.ListQueries;
import relais.records.lists.ListSpec;
import relais.records.lists.Sort;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages of records: filter, order, properties and place are checked before anything is read. */
@Component
class ApiLists {
    /** Rows of the largest page. */
    static final int MOST = 200;

    private static final int USUAL = 50;
    private static final Field ID = Field.of("id", FieldType.LINK, "id", "main");

    private final ListQueries lists;
    private final Criteria criteria;

    ApiLists(ListQueries lists, Criteria criteria) {
        this.lists = lists;
        this.criteria = criteria;
    }

    /** What a caller asks of a list, as they wrote it. */
    record Asked(
            @Nullable JsonNode filter,
            @Nullable String sort,
            List<String> fields,
            @Nullable String after,
            @Nullable String limit) {}

    ObjectNode page(ObjectType type, Asked asked) {
        var fields = fields(type, asked.fields());
        var spec = new ListSpec(
                type, filter(type, asked.filter()), sort(type, asked.sort()), asked.after(), limit(asked.limit()));
        var page = lists.page(spec);
        var json = Values.object();
        var items = json.putArray("items");
        page.rows().forEach(r -> items.add(ApiShape.write(r, fields)));
        json.put("next", page.next());
        return json;
    }

    /** How many rows were asked for; more than the most is refused, so that nobody takes a part for the whole. */
    static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return USUAL;
        }
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > MOST) {
            throw ApiProblem.of(400, "limit.large", MOST);
        }
        return Integer.parseInt(text);
    }

    static Set<String> fields(ObjectType type, List<String> names) {
        for (var name : names) {
            if (!ApiShape.knows(type, name)) {
                throw ApiProblem.of(400, "field.unknown", name);
            }
        }
        return new LinkedHashSet<>(names);
    }

    /** Without a wish: in the order in which they were made, which never changes under a reader. */
    private static Sort sort(ObjectType type, @Nullable String text) {
        if (text == null || text.isEmpty() || text.equals("id")) {
            return new Sort(ID, false);
        }
        return text.equals("-id") ? new Sort(ID, true) : Sort.of(type, text);
    }

    private Criterion filter(ObjectType type, @Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return Criterion.everything();
        }
        var criterion = CriteriaJson.read(json);
        var flaws = new ArrayList<ApiProblem.Flaw>();
        criteria.mistakes(type, criterion)
                .forEach(m -> flaws.add(new ApiProblem.Flaw(
                        pointer(criterion, m.path()), m.problem().code(), Labels.problem(m.problem()))));
        if (!flaws.isEmpty()) {
            throw ApiProblem.with(400, "filter.mistaken", flaws);
        }
        return criterion;
    }

    /** The place of a condition: {@code 0.1} becomes {@code /all/0/any/1}. */
    private static String pointer(Criterion root, String path) {
        var pointer = new StringBuilder();
        var here = root;
        for (var step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            int at = Integer.parseInt(step);
            var inside = inside(here);
            pointer.append('/').append(group(here)).append('/').append(at);
            here = inside.get(at);
        }
        return pointer.toString();
    }

    private static List<Criterion> inside(Criterion group) {
        return switch (group) {
            case Criterion.All all -> all.of();
            case Criterion.Any any -> any.of();
            case Criterion.None none -> none.of();
            case Criterion.Test test -> List.of();
            case Criterion.Related related -> List.of();
        };
    }

    private static String group(Criterion group) {
        return switch (group) {
            case Criterion.All all -> "all";
            case Criterion.Any any -> "any";
            case Criterion.None none -> "none";
            case Criterion.Test test -> "";
            case Criterion.Related related -> "where";
        };
    }
}

package relais.records.lists;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a list shows, as its address says it; what the address leaves out the view says.
 *
 * @param view the key of a view, empty for the usual one
 * @param filter criteria as JSON
 * @param sort one or two fields' names joined by a comma, each behind a minus when descending
 * @param columns names of fields, joined by commas
 * @param at where in the list, as the page before or after said it
 */
public record ListAddress(
        String plural,
        String view,
        @Nullable String filter,
        @Nullable String sort,
        @Nullable String columns,
        @Nullable String at) {

    /** Reads the parameters of a request; empty ones count as left out. */
    public static ListAddress of(String plural, MultiValueMap<String, String> parameters) {
        var view = last(parameters, "view");
        return new ListAddress(
                plural,
                view == null ? "" : view,
                last(parameters, "filter"),
                sort(parameters),
                joined(parameters, "columns"),
                last(parameters, "at"));
    }

    private static @Nullable String last(MultiValueMap<String, String> parameters, String name) {
        var all = parameters.get(name);
        return all == null || all.isEmpty() || all.getLast().isBlank() ? null : all.getLast();
    }

    /** The first key and the second one may come from a field of a form each. */
    private static @Nullable String sort(MultiValueMap<String, String> parameters) {
        var keys = parameters.getOrDefault("sort", List.of()).stream()
                .filter(k -> !k.isBlank())
                .toList();
        return keys.isEmpty() ? null : String.join(",", keys);
    }

    private static @Nullable String joined(MultiValueMap<String, String> parameters, String name) {
        var all = parameters.get(name);
        return all == null || all.isEmpty() ? null : String.join(",", all);
    }

    /** The list through this view, as it was saved. */
    public static ListAddress view(String plural, String key) {
        return new ListAddress(plural, key, null, null, null, null);
    }

    /** The same list from its beginning with these criteria. */
    public ListAddress filtered(@Nullable String json) {
        return new ListAddress(plural, view, json, sort, columns, null);
    }

    /** The same list from its beginning in this order. */
    public ListAddress sorted(@Nullable String by) {
        return new ListAddress(plural, view, filter, by, columns, null);
    }

    /** The same list with these columns. */
    public ListAddress showing(@Nullable String names) {
        return new ListAddress(plural, view, filter, sort, names, at);
    }

    /** The same list at another place. */
    public ListAddress at(@Nullable String place) {
        return new ListAddress(plural, view, filter, sort, columns, place);
    }

    /** Whether the address says anything that the view does not. */
    public boolean differs() {
        return filter != null || sort != null || columns != null;
    }

    /** The address of the list. */
    public String href() {
        return href("");
    }

    /** The address of something that belongs to the list: {@code /count}. */
    public String href(String suffix) {
        return "/" + plural + suffix + query();
    }

    /** What the list shows as the query of an address, with its question mark; nothing when nothing is said. */
    String query() {
        var query = parameters().entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The parameters that say all this, for forms. */
    public Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        put(all, "view", view);
        put(all, "filter", filter);
        put(all, "sort", sort);
        put(all, "columns", columns);
        put(all, "at", at);
        return all;
    }

    /** The same without these, for forms that say them anew. */
    public List<Map.Entry<String, String>> without(String... names) {
        var kept = new ArrayList<>(parameters().entrySet());
        kept.removeIf(e -> List.of(names).contains(e.getKey()));
        return kept;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.put(name, value);
        }
    }
}

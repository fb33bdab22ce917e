package relais.records.operations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import relais.platform.text.Dates;
import relais.records.changes.OperationFilter;
import relais.records.changes.OperationKind;
import relais.records.changes.OperationSlice;
import relais.ui.Formats;

/** What the address of the page says: filters, place in the thread, place in one operation. */
record OperationAddress(Map<String, String> query) {
    static final String PATH = "/operations";
    static final String ACTOR = "actor";
    static final String OBJECT = "object";
    static final String DAYS = "days";
    static final String FROM = "from";
    static final String TO = "to";
    static final String KIND = "kind";
    static final String UNDONE = "undone";

    private static final String OLDER = "older";
    private static final String NEWER = "newer";
    private static final String POSITION = "position";

    static OperationAddress of(MultiValueMap<String, String> params) {
        var query = new LinkedHashMap<String, String>();
        for (var name : new String[] {ACTOR, OBJECT, DAYS, FROM, TO, KIND, UNDONE, OLDER, NEWER, POSITION}) {
            var value = params.getFirst(name);
            if (value != null && !value.isBlank()) {
                query.put(name, value.strip());
            }
        }
        return new OperationAddress(query);
    }

    String value(String name) {
        return query.getOrDefault(name, "");
    }

    /** What cannot be read does not narrow. */
    OperationFilter filter(ZoneId zone) {
        return new OperationFilter(
                uuid(value(ACTOR)).orElse(null),
                query.get(OBJECT),
                from(zone),
                date(TO).map(d -> d.plusDays(1).atStartOfDay(zone).toInstant()).orElse(null),
                OperationKind.of(value(KIND)).orElse(null),
                query.containsKey(UNDONE));
    }

    private @Nullable Instant from(ZoneId zone) {
        return days().map(n -> Formats.today().minusDays(n - 1L))
                .or(() -> date(FROM))
                .map(d -> d.atStartOfDay(zone).toInstant())
                .orElse(null);
    }

    Optional<Integer> days() {
        return value(DAYS).matches("[1-9]\\d{0,3}") ? Optional.of(Integer.valueOf(value(DAYS))) : Optional.empty();
    }

    Optional<LocalDate> date(String name) {
        return Dates.iso(value(name));
    }

    OperationSlice.Place place() {
        return uuid(value(OLDER))
                .map(id -> new OperationSlice.Place(id, false))
                .or(() -> uuid(value(NEWER)).map(id -> new OperationSlice.Place(id, true)))
                .orElse(OperationSlice.Place.NEWEST);
    }

    /** The number of the first line shown. */
    int position() {
        return value(POSITION).matches("[1-9]\\d{0,8}") ? Integer.parseInt(value(POSITION)) : 1;
    }

    static Optional<UUID> uuid(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The list without these filters, from its beginning. */
    String without(String... names) {
        var rest = filters();
        for (var name : names) {
            rest.remove(name);
        }
        return address(PATH, rest);
    }

    /** Whether every operation is shown, so that the seals between them can be told. */
    boolean whole() {
        return filters().isEmpty();
    }

    String older(UUID last, int position) {
        return moved(OLDER, last, position);
    }

    String newer(UUID first, int position) {
        return moved(NEWER, first, position);
    }

    private String moved(String direction, UUID id, int position) {
        var moved = filters();
        moved.put(direction, id.toString());
        moved.put(POSITION, String.valueOf(position));
        return address(PATH, moved);
    }

    /** The list as it is, with one operation beside it. */
    String one(UUID operation, Map<String, String> more) {
        var all = new LinkedHashMap<>(query);
        all.putAll(more);
        return address(PATH + "/" + operation, all);
    }

    /** The list as it is. */
    String list() {
        return address(PATH, query);
    }

    String export() {
        return address(PATH + "/export.csv", filters());
    }

    private Map<String, String> filters() {
        var filters = new LinkedHashMap<>(query);
        filters.keySet().removeAll(List.of(OLDER, NEWER, POSITION));
        return filters;
    }

    private static String address(String path, Map<String, String> query) {
        var text = query.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? path : path + "?" + text;
    }
}

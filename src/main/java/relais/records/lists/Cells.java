package relais.records.lists;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Avatars;
import relais.ui.Formats;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Makes cells of values, for every type of field. */
public final class Cells {
    private static final Set<String> TIERS = Set.of("platinum", "gold", "silver", "bronze");
    private static final int LABELS = 2;

    private final ObjectType type;
    private final Map<UUID, String> names;
    private final Map<String, String> plurals;
    // Choices and people come again in every row.
    private final Map<String, Cell> known = new HashMap<>();

    /**
     * @param names of everything that the rows point at
     * @param plurals where records of each listed object lie
     */
    public Cells(ObjectType type, Map<UUID, String> names, Map<String, String> plurals) {
        this.type = type;
        this.names = names;
        this.plurals = plurals;
    }

    /** Whether cells of this field stand at the right. */
    static boolean figures(Field field) {
        return switch (field.type()) {
            case NUMBER, MONEY, PERCENT, DURATION -> true;
            default -> false;
        };
    }

    /** Whether cells of this field are the marks of tiers. */
    static boolean tiers(Field field) {
        return field.type() == FieldType.CHOICE
                && !field.choices().isEmpty()
                && field.choices().stream().allMatch(c -> TIERS.contains(c.code()));
    }

    /** The cell of this field of a record. */
    public Cell of(Field field, Snapshot row) {
        var value = row.value(field.name());
        return Values.empty(value) ? new Cell.Blank() : filled(field, value);
    }

    private Cell filled(Field field, JsonNode value) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> new Cell.Text(firstLine(value.asString()));
            case PERCENT, DURATION -> new Cell.Figure(ValueText.of(type, field, value, names));
            case RATING -> new Cell.Rating(value.intValue(), ValueText.of(type, field, value, names));
            case URL -> new Cell.Web(value.asString());
            case ADDRESS -> new Cell.Text(ValueText.of(type, field, value, names));
            case FILE -> new Cell.First(value.path(0).path("name").asString(""), value.size() - 1);
            case NUMBER -> new Cell.Figure(ValueText.number(field, value.decimalValue()));
            case MONEY ->
                new Cell.Amount(Formats.moneyTag(
                        new BigDecimal(value.path("amount").asString("0")),
                        Currency.getInstance(value.path("currency").asString("EUR"))));
            case DATE -> new Cell.Day(LocalDate.parse(value.asString()));
            case INSTANT -> new Cell.Moment(Instant.parse(value.asString()));
            case BOOLEAN -> new Cell.Text(Words.t(value.booleanValue() ? "ui.yes" : "ui.no"));
            case CHOICE -> known.computeIfAbsent(field.name() + value.asString(), k -> choice(field, value.asString()));
            case CHOICES ->
                labelled(value.valueStream()
                        .map(v -> Labels.choice(type, field, v.asString()))
                        .toList());
            case LINKS ->
                labelled(value.valueStream()
                        .map(v -> names.getOrDefault(UUID.fromString(v.asString()), Words.t("value.unseen")))
                        .toList());
            case TAGS -> labelled(value.valueStream().map(JsonNode::asString).toList());
            case USER -> known.computeIfAbsent(value.asString(), id -> person(UUID.fromString(id)));
            case SITE -> new Cell.Text(name(UUID.fromString(value.asString())));
            case LINK -> linked(field, UUID.fromString(value.asString()));
            case COLLECTION ->
                new Cell.First(ValueText.point(ContactPoints.kind(field), value.path(0)), value.size() - 1);
        };
    }

    private Cell choice(Field field, String code) {
        var label = Labels.choice(type, field, code);
        return tiers(field) ? new Cell.Tier(code, label) : new Cell.Text(label);
    }

    private Cell person(UUID id) {
        var name = name(id);
        return new Cell.Person(name, Avatars.initials(name), Avatars.hue(id));
    }

    private Cell linked(Field field, UUID id) {
        if (!names.containsKey(id)) {
            return new Cell.Text(Words.t("value.unseen"));
        }
        var plural = field.target() == null ? null : plurals.get(field.target());
        return plural == null ? new Cell.Text(name(id)) : new Cell.Linked(name(id), "/" + plural + "/" + id);
    }

    private static Cell labelled(List<String> all) {
        var shown = all.stream().limit(LABELS).toList();
        return new Cell.Labelled(shown, all.size() - shown.size(), all.stream().collect(Collectors.joining(", ")));
    }

    private String name(UUID id) {
        return names.getOrDefault(id, Words.t("value.gone"));
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end) + " …";
    }
}

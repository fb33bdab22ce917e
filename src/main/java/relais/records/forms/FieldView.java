package relais.records.forms;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Option;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/**
 * One field of one record as a row or a control shows it.
 *
 * @param record null while the record is being made
 * @param input what the control holds: the value as it is typed, or what was typed and refused
 * @param editable whether the actor may write it
 * @param error why what was typed is no value
 * @param options what a list of choices, users or sites offers
 * @param opens where records of the linked object lie, empty when they have no page
 */
public record FieldView(
        ObjectType type,
        Field field,
        @Nullable UUID record,
        JsonNode value,
        String input,
        boolean editable,
        @Nullable String error,
        List<Option> options,
        Map<UUID, String> names,
        String opens) {

    /** One element of a collection. */
    public record Point(JsonNode value, String text, String label) {
        /** A member of the element. */
        public String part(String member) {
            return value.path(member).asString("");
        }
    }

    public String name() {
        return field.name();
    }

    public String label() {
        return Labels.field(type, field);
    }

    /** The value as plain text. */
    public String text() {
        return ValueText.of(type, field, value, names);
    }

    public boolean empty() {
        return Values.empty(value);
    }

    /** Whether it is no unless somebody says yes. */
    public boolean flag() {
        return field.has(Field.Trait.FLAG);
    }

    public boolean is(FieldType wanted) {
        return field.type() == wanted;
    }

    /** The id of the row; also what the ids of its parts begin with. */
    public String id() {
        return "f-" + type.name() + "-" + name().replace('.', '-');
    }

    /** The address of this field of this record. */
    public String path() {
        return "/records/" + type.name() + "/" + record + "/fields/" + name();
    }

    /** The address of the linked record, empty when its object has no page. */
    public String open() {
        boolean known = input.length() == 36 && names.containsKey(UUID.fromString(input));
        return opens.isEmpty() || !known ? "" : opens + input;
    }

    /** The address that suggests values while typing. */
    public String suggestions() {
        return is(FieldType.LINK) || is(FieldType.LINKS)
                ? "/records/" + field.target() + "/suggestions"
                : "/records/" + type.name() + "/fields/" + name() + "/suggestions";
    }

    /** What a collection holds: {@code email}, {@code phone} or {@code address}. */
    public String kind() {
        return is(FieldType.COLLECTION) ? ContactPoints.kind(field) : "";
    }

    /** The elements of a collection. */
    public List<Point> points() {
        return value.valueStream()
                .map(e -> new Point(e, shown(e), e.path("label").asString("")))
                .toList();
    }

    /** An e-mail address in the pieces between which it may break: behind its signs, never in a word. */
    public static List<String> pieces(String address) {
        return List.of(address.split("(?<=[@.])"));
    }

    private String shown(JsonNode element) {
        return kind().equals(ContactPoints.ADDRESS) ? postal(element) : ValueText.point(kind(), element);
    }

    /** An address stands on several lines. */
    private static String postal(JsonNode element) {
        var city = element.path("postcode").asString("") + " "
                + element.path("city").asString("");
        return Stream.of(
                        element.path("lines").asString(""),
                        city.strip(),
                        ValueText.country(element.path("country").asString("")))
                .filter(l -> !l.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** The address of an address field on its lines. */
    public String postal() {
        return postal(value);
    }

    /** A member of an address field, for its control. */
    public String part(String member) {
        return value.path(member).asString("");
    }

    /** The stars of a rating, those that are missing hollow. */
    public String stars() {
        int stars = value.asInt(0);
        return "★".repeat(stars) + "☆".repeat(Math.max(0, 5 - stars));
    }

    /** The chosen records of several links, with their names. */
    public List<Option> chosenLinks() {
        return value.valueStream()
                .map(v -> v.asString(""))
                .map(id -> new Option(id, names.getOrDefault(UUID.fromString(id), Words.t("value.unseen"))))
                .toList();
    }

    /** The files that the field keeps. */
    public List<Option> files() {
        return is(FieldType.FILE)
                ? value.valueStream()
                        .map(f -> new Option(
                                f.path("id").asString(""), f.path("name").asString("")))
                        .toList()
                : List.of();
    }

    /** Where a file for this field is sent. */
    public String upload() {
        return "/records/" + type.name() + "/files?field=" + name();
    }

    /** What the control expects, as long as it is empty. */
    public @Nullable String hint() {
        return switch (field.type()) {
            case DATE -> Words.t("field.date");
            case DURATION -> Words.t("field.duration");
            case PERCENT -> "%";
            case URL -> "https://";
            default -> null;
        };
    }

    /** The labels of a list of tags or choices. */
    public List<String> labels() {
        return is(FieldType.TAGS) ? value.valueStream().map(v -> v.asString("")).toList() : List.of(text().split(", "));
    }

    /** Whether this choice is among the chosen. */
    public boolean chosen(String code) {
        return is(FieldType.CHOICES)
                ? value.valueStream().anyMatch(v -> v.asString("").equals(code))
                : input.equals(code);
    }

    /** The linked record's name, for the control of a link. */
    public String linked() {
        return is(FieldType.LINK) && !empty() ? text() : "";
    }

    public boolean required() {
        return field.has(Field.Trait.REQUIRED);
    }

    /** An element to be filled in. */
    public Point blankPoint() {
        return new Point(Values.object(), "", "");
    }

    /** The number or address as its control holds it. */
    public String typed(Point point) {
        return kind().equals(ContactPoints.PHONE) && point.part("value").startsWith("+")
                ? ValueText.phone(point.part("value"))
                : point.part("value");
    }

    /** Whether the value is none of those on offer any more: someone who left, a choice that was taken away. */
    public boolean foreign() {
        return !input.isEmpty() && options.stream().noneMatch(o -> o.value().equals(input));
    }

    /** The same field, not to be written. */
    public FieldView readOnly() {
        return new FieldView(type, field, record, value, input, false, error, options, names, opens);
    }

    /** The same field with what was typed and why it was refused. */
    FieldView refused(JsonNode typed, String typedText, @Nullable String why) {
        return new FieldView(type, field, record, typed, typedText, editable, why, options, names, opens);
    }
}

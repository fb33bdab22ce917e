package relais.records.lists.exports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** The columns of a file, named and written so that the import recognises every one of them. */
final class FileColumns {
    private static final String SEPARATOR = " | ";

    private final ObjectType type;

    FileColumns(ObjectType type) {
        this.type = type;
    }

    /** One column: its name, and its value in a record. */
    record Column(String header, Function<Named, FileValue> value) {}

    /** A record and the names of everything that it points at. */
    record Named(Snapshot row, Map<UUID, String> names) {}

    List<Column> all() {
        var columns = new ArrayList<Column>();
        for (var field : type.fields()) {
            if (field.type() == FieldType.COLLECTION
                    && ContactPoints.kind(field).equals(ContactPoints.ADDRESS)) {
                addresses(field, columns);
            } else {
                columns.add(new Column(Labels.field(type, field), n -> value(field, n)));
            }
        }
        columns.add(new Column(
                Words.t("record.identifier"), n -> FileValue.text(n.row().id().toString())));
        return columns;
    }

    /** The first address in columns as people want them, the others whole in one. */
    private void addresses(Field field, List<Column> columns) {
        part(columns, field, Labels.field(type, field), "lines");
        part(columns, field, Words.t("export.postcode"), "postcode");
        part(columns, field, Words.t("export.city"), "city");
        part(columns, field, Words.t("export.country"), "country");
        part(columns, field, Words.t("export.address.label"), "label");
        columns.add(new Column(
                Words.t("export.addresses.more"),
                n -> FileValue.text(n.row()
                        .value(field.name())
                        .valueStream()
                        .skip(1)
                        .map(FileColumns::address)
                        .collect(Collectors.joining(SEPARATOR)))));
    }

    private static void part(List<Column> columns, Field field, String header, String member) {
        columns.add(new Column(
                header,
                n -> FileValue.text(
                        n.row().value(field.name()).path(0).path(member).asString(""))));
    }

    private static String address(JsonNode address) {
        var parts = List.of("lines", "postcode", "city", "country").stream()
                .map(p -> address.path(p).asString(""))
                .collect(Collectors.joining(", "));
        return labelled(parts, address);
    }

    private static String labelled(String text, JsonNode point) {
        var label = point.path("label").asString("");
        return label.isEmpty() ? text : text + " (" + label + ")";
    }

    private FileValue value(Field field, Named named) {
        var value = named.row().value(field.name());
        if (Values.empty(value)) {
            return new FileValue.None();
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT, INSTANT, URL -> FileValue.text(value.asString());
            case PERCENT -> new FileValue.Figure(value.decimalValue());
            case RATING -> new FileValue.Figure(value.decimalValue());
            case DURATION, FILE -> FileValue.text(ValueText.of(type, field, value, named.names()));
            case ADDRESS -> FileValue.text(whole(value));
            case NUMBER -> new FileValue.Figure(value.decimalValue());
            case DATE -> new FileValue.Day(LocalDate.parse(value.asString()));
            case BOOLEAN -> new FileValue.Truth(value.booleanValue());
            case MONEY -> money(value);
            case CHOICE -> FileValue.text(Labels.choice(type, field, value.asString()));
            case CHOICES ->
                several(value.valueStream()
                        .map(v -> Labels.choice(type, field, v.asString()))
                        .toList());
            case TAGS -> several(value.valueStream().map(JsonNode::asString).toList());
            case LINKS ->
                FileValue.text(value.valueStream()
                        .map(v -> named.names().getOrDefault(UUID.fromString(v.asString()), Words.t("value.gone")))
                        .collect(Collectors.joining(SEPARATOR)));
            case LINK, USER, SITE -> FileValue.text(ValueText.of(type, field, value, named.names()));
            case COLLECTION ->
                FileValue.text(value.valueStream()
                        .map(p -> labelled(p.path("value").asString(""), p))
                        .collect(Collectors.joining(SEPARATOR)));
        };
    }

    /** As it is read again: the lines, then postcode and town, then the country. */
    private static String whole(JsonNode address) {
        var town = address.path("postcode").asString("") + " "
                + address.path("city").asString("");
        return Stream.of(
                        address.path("lines").asString("").replace("\n", ", "),
                        town.strip(),
                        address.path("country").asString(""))
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static FileValue money(JsonNode value) {
        var amount = new BigDecimal(value.path("amount").asString("0"));
        var currency = value.path("currency").asString("EUR");
        return currency.equals("EUR")
                ? new FileValue.Euro(amount)
                : new FileValue.Text(amount.toPlainString() + " " + currency);
    }

    /** A comma inside a label would read as two labels, unless an upright line says where they end. */
    private static FileValue several(List<String> labels) {
        boolean alone = labels.size() == 1 && labels.getFirst().matches(".*[,;].*");
        return FileValue.text(String.join(SEPARATOR, labels) + (alone ? " |" : ""));
    }
}

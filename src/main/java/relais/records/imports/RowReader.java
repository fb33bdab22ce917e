package relais.records.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Dates;
import relais.platform.text.Fold;
import relais.platform.text.Numbers;
import relais.records.imports.Mapping.ColumnMapping;
import relais.records.imports.columns.Target;
import relais.records.imports.columns.YesNo;
import relais.records.imports.source.Row;
import relais.records.types.Field;
import relais.records.types.FieldInput;
import relais.records.types.FieldType;
import relais.records.types.Lexicon;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns rows into values of records, as a mapping says. */
final class RowReader {
    private static final String SEVERAL = "\\s*[;,]\\s*";
    private static final String BARRED = "\\s*\\|\\s*";

    private final Mapping mapping;
    private final LocalDate today;
    private final String currency;
    private final LinkedRecords linked;
    private final Map<String, Lexicon> words = new HashMap<>();
    private final Map<String, Map<String, List<UUID>>> links = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    /** Where a column goes, found once and not for every row. */
    private record Place(ColumnMapping column, Target target, Optional<Field> field) {}

    RowReader(
            ObjectType type,
            Mapping mapping,
            Wordings wordings,
            LinkedRecords linked,
            LocalDate today,
            String currency) {
        this.mapping = mapping;
        this.linked = linked;
        this.today = today;
        this.currency = currency;
        for (var column : mapping.columns()) {
            var field = type.field(column.to().field());
            places.add(new Place(column, column.to(), field));
            field.ifPresent(f -> {
                var known = wordings.of(type, f);
                if (known != null) {
                    words.put(f.name(), known);
                }
            });
        }
    }

    /** Whether rows name other records by words, for which the database must be asked. */
    boolean links() {
        return places.stream()
                .anyMatch(p -> p.field().filter(RowReader::linking).isPresent());
    }

    private static boolean linking(Field field) {
        return field.type() == FieldType.LINK || field.type() == FieldType.LINKS;
    }

    private static Stream<String> named(Field field, String cell) {
        return field.type() == FieldType.LINKS ? Stream.of(cell.split(BARRED)) : Stream.of(cell);
    }

    /** Reads these rows; the records that they link to are asked for once. */
    List<Reading> read(List<Row> rows) {
        for (int i = 0; i < places.size(); i++) {
            int at = i;
            places.get(i)
                    .field()
                    .filter(RowReader::linking)
                    .ifPresent(f -> links.put(
                            f.name(),
                            linked.of(
                                    Objects.requireNonNull(f.target()),
                                    rows.stream()
                                            .flatMap(r -> named(f, r.cell(at)))
                                            .toList())));
        }
        return rows.parallelStream().map(this::read).toList();
    }

    private Reading read(Row row) {
        var values = Values.object();
        var problems = new ArrayList<RowProblem>();
        var points = new PointReader();
        String parent = "";
        @Nullable UUID record = null;
        flaws(row, problems);
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var text = row.cell(i);
            if (text.isEmpty() || place.target().equals(Target.SKIP)) {
                continue;
            }
            if (place.target().equals(Target.PARENT)) {
                parent = text;
            } else if (place.target().equals(Target.RECORD)) {
                record = identity(text);
            } else if (points.takes(place.target())) {
                points.add(place.column(), text, problems);
            } else if (place.field().isPresent()) {
                put(values, place.field().get(), place.column(), text, problems);
            }
        }
        points.into(values);
        PersonNames.complete(values);
        return new Reading(row, values, parent, record, problems);
    }

    /** What is no identifier names no record. */
    private static @Nullable UUID identity(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** The values that new records get where no column gives one. */
    ObjectNode withDefaults(ObjectNode values) {
        if (mapping.defaults().isEmpty()) {
            return values;
        }
        var all = values.deepCopy();
        mapping.defaults().forEach((field, value) -> {
            if (Values.empty(all.get(field)) && !value.isEmpty()) {
                all.put(field, value);
            }
        });
        return all;
    }

    private void flaws(Row row, List<RowProblem> problems) {
        for (var flaw : row.flaws()) {
            if (flaw.column() >= mapping.columns().size()) {
                problems.add(RowProblem.of("", flaw.code()));
            } else {
                var column = mapping.columns().get(flaw.column());
                if (!column.to().equals(Target.SKIP)) {
                    problems.add(RowProblem.of(column.header(), flaw.code()));
                }
            }
        }
    }

    private void put(ObjectNode values, Field field, ColumnMapping column, String text, List<RowProblem> problems) {
        var value = value(field, column, text, problems);
        if (value != null && !Values.empty(value)) {
            values.set(field.name(), value);
        }
    }

    private @Nullable JsonNode value(Field field, ColumnMapping column, String text, List<RowProblem> problems) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> Values.text(text);
            case PERCENT, DURATION, RATING, URL, FILE, ADDRESS -> read(field, column, text, problems);
            case NUMBER ->
                Numbers.parse(text, language(column))
                        .map(Values::number)
                        .orElseGet(() -> wrong(problems, column, "number.expected", text));
            case DATE ->
                Dates.parse(text, column.order(), today)
                        .map(d -> Values.text(d.toString()))
                        .orElseGet(() -> wrong(problems, column, "date.impossible", text));
            case INSTANT -> Values.text(text);
            case BOOLEAN ->
                YesNo.parse(text).map(Values::bool).orElseGet(() -> wrong(problems, column, "boolean.expected", text));
            case CHOICE, USER, SITE -> word(field, column, text, problems);
            case CHOICES -> several(field, column, text, problems);
            case MONEY -> money(column, text, problems);
            case TAGS -> tags(text);
            case LINK -> link(field, column, text, problems);
            case LINKS -> linked(field, column, text, problems);
            case COLLECTION -> wrong(problems, column, "import.unsupported", text);
        };
    }

    /** What the forms read is read here alike. */
    private static @Nullable JsonNode read(Field field, ColumnMapping column, String text, List<RowProblem> problems) {
        return switch (FieldInput.read(field, text, language(column))) {
            case FieldInput.Result.Value v -> v.value();
            case FieldInput.Result.Bad bad ->
                wrong(problems, column, bad.problem().code(), text);
        };
    }

    private static Locale language(ColumnMapping column) {
        return column.french() ? Locale.FRENCH : Locale.ENGLISH;
    }

    private static @Nullable JsonNode wrong(List<RowProblem> problems, ColumnMapping column, String code, String text) {
        problems.add(RowProblem.of(column.header(), code, text));
        return null;
    }

    private @Nullable JsonNode word(Field field, ColumnMapping column, String text, List<RowProblem> problems) {
        var translated = column.values().get(text);
        if (translated != null) {
            return translated.isEmpty() ? null : Values.text(translated);
        }
        var known = words.getOrDefault(field.name(), Lexicon.EMPTY);
        return known.find(text).map(Values::text).orElseGet(() -> wrong(problems, column, known.flaw(text), text));
    }

    private @Nullable JsonNode link(Field field, ColumnMapping column, String text, List<RowProblem> problems) {
        var found = links.getOrDefault(field.name(), Map.of()).getOrDefault(Fold.key(text), List.of());
        return found.size() == 1
                ? Values.text(found.getFirst().toString())
                : wrong(problems, column, found.isEmpty() ? "import.link-unknown" : "import.link-several", text);
    }

    private JsonNode linked(Field field, ColumnMapping column, String text, List<RowProblem> problems) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var part : text.split(BARRED)) {
            var record = part.isEmpty() ? null : link(field, column, part, problems);
            if (record != null) {
                array.add(record);
            }
        }
        return array;
    }

    private JsonNode several(Field field, ColumnMapping column, String text, List<RowProblem> problems) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var part : separated(text)) {
            var value = part.isEmpty() ? null : word(field, column, part, problems);
            if (value != null) {
                array.add(value);
            }
        }
        return array;
    }

    private @Nullable JsonNode money(ColumnMapping column, String text, List<RowProblem> problems) {
        return Numbers.parse(text, language(column))
                .map(n -> {
                    var money = Values.object();
                    money.put("amount", n.toPlainString());
                    money.put(
                            "currency",
                            Numbers.currency(text).map(c -> c.getCurrencyCode()).orElse(currency));
                    return (JsonNode) money;
                })
                .orElseGet(() -> wrong(problems, column, "money.expected", text));
    }

    /** Where an upright line stands it alone separates, so that labels may hold commas. */
    static String[] separated(String text) {
        return text.split(text.contains("|") ? BARRED : SEVERAL);
    }

    private static JsonNode tags(String text) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var part : separated(text)) {
            if (!part.isEmpty()) {
                array.add(part);
            }
        }
        return array;
    }
}

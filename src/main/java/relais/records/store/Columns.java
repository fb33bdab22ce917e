package relais.records.store;

import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Fold;
import relais.records.types.Addresses;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** How values lie in columns, and the keys by which they are sorted and found. */
public final class Columns {
    /** Longer keys would not fit into an index row; the value itself is complete. */
    private static final int KEY = 200;

    private Columns() {}

    /** The column by which the field is sorted and compared, null when it has none. */
    public static org.jooq.@Nullable Field<?> key(String alias, Field field) {
        return switch (field.storage()) {
            case Storage.Column c when c.key() != null -> DSL.field(name(alias, c.key()), SQLDataType.CLOB);
            case Storage.Column c -> plainKey(alias, field, c);
            case Storage.Custom c when c.slot() != null -> DSL.field(name(alias, c.slot()), slotType(c.slot()));
            case Storage.Custom c -> null;
            case Storage.Children c -> null;
            case Storage.Labels l -> null;
        };
    }

    private static org.jooq.@Nullable Field<?> plainKey(String alias, Field field, Storage.Column column) {
        return switch (field.type()) {
            case LONG_TEXT, CHOICES, MONEY, TAGS, COLLECTION, FILE, ADDRESS, LINKS -> null;
            case TEXT, NUMBER, DATE, INSTANT, CHOICE, BOOLEAN, LINK, USER, SITE, PERCENT, DURATION, RATING, URL ->
                DSL.field(name(alias, column.column()), type(field.type()));
        };
    }

    static DataType<?> type(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, URL -> SQLDataType.CLOB;
            case NUMBER, PERCENT, DURATION, RATING -> SQLDataType.NUMERIC;
            case DATE -> SQLDataType.LOCALDATE;
            case INSTANT -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case LINK, USER, SITE -> SQLDataType.UUID;
            case CHOICES, MONEY, TAGS, COLLECTION, FILE, ADDRESS, LINKS -> SQLDataType.JSONB;
        };
    }

    static DataType<?> slotType(String slot) {
        return switch (slot.charAt(0)) {
            case 't' -> SQLDataType.CLOB;
            case 'n' -> SQLDataType.DOUBLE;
            default -> SQLDataType.TIMESTAMPWITHTIMEZONE;
        };
    }

    /** The first letter of the slots that can hold keys of this type; null when none can. */
    public static @Nullable String slotFamily(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE, DATE, LINK, USER, SITE, URL, ADDRESS -> "t";
            case NUMBER, MONEY, BOOLEAN, PERCENT, DURATION, RATING -> "n";
            case INSTANT -> "i";
            case LONG_TEXT, CHOICES, TAGS, COLLECTION, FILE, LINKS -> null;
        };
    }

    /** A canonical value as the object that JDBC stores in this field's column. */
    static @Nullable Object stored(Field field, @Nullable JsonNode value) {
        return field.has(Field.Trait.FLAG) ? value != null && value.asBoolean(false) : stored(field.type(), value);
    }

    /** A canonical value as the object that JDBC stores in the field's column. */
    public static @Nullable Object stored(FieldType type, @Nullable JsonNode value) {
        if (Values.empty(value) || value == null) {
            return null;
        }
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, URL -> value.asString();
            case NUMBER, PERCENT, DURATION, RATING -> value.decimalValue();
            case DATE -> LocalDate.parse(value.asString());
            case INSTANT -> Instant.parse(value.asString()).atOffset(ZoneOffset.UTC);
            case BOOLEAN -> value.booleanValue();
            case LINK, USER, SITE -> UUID.fromString(value.asString());
            case CHOICES, MONEY, TAGS, COLLECTION, FILE, ADDRESS, LINKS -> JSONB.valueOf(Values.json(value));
        };
    }

    /** What a field's column holds in this row of an answer. */
    static @Nullable Object stored(FieldType type, ResultSet row, int at) throws SQLException {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, LINK, USER, SITE, URL -> row.getString(at);
            case NUMBER, PERCENT, DURATION, RATING -> row.getBigDecimal(at);
            case DATE -> row.getObject(at, LocalDate.class);
            case INSTANT -> row.getObject(at, OffsetDateTime.class);
            case BOOLEAN -> row.getObject(at, Boolean.class);
            case CHOICES, MONEY, TAGS, COLLECTION, FILE, ADDRESS, LINKS -> {
                var json = row.getString(at);
                yield json == null ? null : JSONB.valueOf(json);
            }
        };
    }

    /** A column's object as a canonical value. */
    static JsonNode read(@Nullable Object stored) {
        return switch (stored) {
            case null -> Values.none();
            case BigDecimal number -> Values.number(number);
            case Double number -> Values.number(BigDecimal.valueOf(number));
            case Boolean yes -> Values.bool(yes);
            case OffsetDateTime at -> Values.text(at.toInstant().toString());
            case JSONB json -> Values.parse(json.data());
            default -> Values.text(stored.toString());
        };
    }

    /** The key of a value in a folded column or text slot. */
    public static @Nullable Object key(Field field, @Nullable JsonNode value) {
        if (Values.empty(value) || value == null) {
            return null;
        }
        return switch (field.type()) {
            case TEXT, URL -> folded(value.asString());
            case ADDRESS -> folded(Addresses.sorting(value));
            case CHOICE, DATE, LINK, USER, SITE -> value.asString();
            case NUMBER, PERCENT, DURATION, RATING -> value.doubleValue();
            case MONEY -> new BigDecimal(value.path("amount").asString("0")).doubleValue();
            case BOOLEAN -> value.booleanValue() ? 1.0 : 0.0;
            case INSTANT -> Instant.parse(value.asString()).atOffset(ZoneOffset.UTC);
            case LONG_TEXT, CHOICES, TAGS, COLLECTION, FILE, LINKS -> null;
        };
    }

    /** The folded form of a text, short enough for an index. */
    public static String folded(String text) {
        var key = Fold.key(text);
        return key.length() > KEY ? key.substring(0, KEY) : key;
    }
}

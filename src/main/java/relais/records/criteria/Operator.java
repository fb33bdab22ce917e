package relais.records.criteria;

import static relais.records.types.FieldType.ADDRESS;
import static relais.records.types.FieldType.BOOLEAN;
import static relais.records.types.FieldType.CHOICE;
import static relais.records.types.FieldType.CHOICES;
import static relais.records.types.FieldType.COLLECTION;
import static relais.records.types.FieldType.DATE;
import static relais.records.types.FieldType.DURATION;
import static relais.records.types.FieldType.INSTANT;
import static relais.records.types.FieldType.LINK;
import static relais.records.types.FieldType.LINKS;
import static relais.records.types.FieldType.LONG_TEXT;
import static relais.records.types.FieldType.MONEY;
import static relais.records.types.FieldType.NUMBER;
import static relais.records.types.FieldType.PERCENT;
import static relais.records.types.FieldType.RATING;
import static relais.records.types.FieldType.SITE;
import static relais.records.types.FieldType.TAGS;
import static relais.records.types.FieldType.TEXT;
import static relais.records.types.FieldType.URL;
import static relais.records.types.FieldType.USER;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import relais.records.types.Field;
import relais.records.types.FieldType;

/** How a field is compared; in JSON in lower case. */
public enum Operator {
    /** Equals one of the values; users and sites also take {@code "me"}, {@code "team"} and {@code "mine"}. */
    IS(Arity.SOME, TEXT, NUMBER, CHOICE, BOOLEAN, LINK, USER, SITE, DATE, COLLECTION, PERCENT, DURATION, RATING, URL),
    IS_NOT(Arity.SOME, TEXT, NUMBER, CHOICE, LINK, USER, SITE, DATE, PERCENT, DURATION, RATING, URL),
    STARTS(Arity.ONE, TEXT, COLLECTION),
    CONTAINS(Arity.ONE, TEXT, LONG_TEXT, COLLECTION, URL, ADDRESS),
    AT_LEAST(Arity.ONE, NUMBER, MONEY, CHOICE, PERCENT, DURATION, RATING),
    AT_MOST(Arity.ONE, NUMBER, MONEY, CHOICE, PERCENT, DURATION, RATING),
    BETWEEN(Arity.TWO, NUMBER, MONEY, DATE, INSTANT, PERCENT, DURATION, RATING),
    BEFORE(Arity.ONE, DATE, INSTANT),
    AFTER(Arity.ONE, DATE, INSTANT),
    /** Within so many days up to today. */
    LAST_DAYS(Arity.ONE, DATE, INSTANT),
    /** Within so many days from today. */
    NEXT_DAYS(Arity.ONE, DATE, INSTANT),
    /** More than so many days ago, or never. */
    NOT_LAST_DAYS(Arity.ONE, DATE, INSTANT),
    HAS_ANY(Arity.SOME, CHOICES, TAGS, LINKS),
    HAS_ALL(Arity.SOME, CHOICES, TAGS, LINKS),
    HAS_NONE(Arity.SOME, CHOICES, TAGS, LINKS),
    EMPTY(Arity.NONE, FieldType.values()),
    FILLED(Arity.NONE, FieldType.values());

    /** How many values an operator compares with. */
    public enum Arity {
        NONE,
        ONE,
        TWO,
        SOME;

        boolean fits(int count) {
            return switch (this) {
                case NONE -> count == 0;
                case ONE -> count == 1;
                case TWO -> count == 2;
                case SOME -> count >= 1 && count <= 500;
            };
        }
    }

    private final Arity arity;
    private final Set<FieldType> types;

    Operator(Arity arity, FieldType... types) {
        this.arity = arity;
        this.types = EnumSet.copyOf(Arrays.asList(types));
    }

    public Arity arity() {
        return arity;
    }

    /** Whether its values are a number of days, whatever the field holds. */
    public boolean days() {
        return this == LAST_DAYS || this == NEXT_DAYS || this == NOT_LAST_DAYS;
    }

    /** Whether what it finds lies together in the order of its field. */
    public boolean ranged() {
        return switch (this) {
            case IS, STARTS, AT_LEAST, AT_MOST, BETWEEN, BEFORE, AFTER, LAST_DAYS, NEXT_DAYS -> true;
            case IS_NOT, CONTAINS, NOT_LAST_DAYS, HAS_ANY, HAS_ALL, HAS_NONE, EMPTY, FILLED -> false;
        };
    }

    /** Whether it can compare fields of this type. */
    public boolean fits(FieldType type) {
        return types.contains(type);
    }

    /** The operators for a field, the usual one first. */
    public static List<Operator> of(Field field) {
        return Arrays.stream(values())
                .filter(o -> o.fits(field.type()))
                .sorted(Comparator.comparing(o -> o != CONTAINS))
                .toList();
    }

    /** Its name in JSON and message keys ({@code operator.<code>}). */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operator> of(String code) {
        return Arrays.stream(values()).filter(o -> o.code().equals(code)).findFirst();
    }
}

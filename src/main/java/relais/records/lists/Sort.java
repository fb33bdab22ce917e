package relais.records.lists;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.platform.web.Refused;
import relais.records.types.Field;
import relais.records.types.ObjectType;

/**
 * The order of a list; records without a value stand last.
 *
 * @param then the order of the records that the first key leaves equal, null when only their ids decide
 */
public record Sort(Field field, boolean descending, @Nullable Sort then) {
    private static final int KEYS = 2;

    /** An order by one key. */
    public Sort(Field field, boolean descending) {
        this(field, descending, null);
    }

    /**
     * The order that a URL or view names: {@code name}, {@code -lastContactAt}, {@code -lastContactAt,name}; nothing
     * means the object's own.
     */
    public static Sort of(ObjectType type, @Nullable String text) {
        var keys = keys(text);
        if (keys.isEmpty()) {
            return new Sort(type.required(type.titles().getFirst()), false);
        }
        var second = keys.size() > 1 ? one(type, keys.get(1), null) : null;
        return one(type, keys.getFirst(), second);
    }

    private static Sort one(ObjectType type, String text, @Nullable Sort then) {
        var name = name(text);
        var field = type.field(name).orElseThrow(() -> new Refused("sort.unknown", name));
        if (!field.has(Field.Trait.SORTABLE)) {
            throw new Refused("sort.unindexed", name);
        }
        return new Sort(field, text.startsWith("-"), then);
    }

    /** The one or two keys that a text names, each field once. */
    static List<String> keys(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var keys = Arrays.stream(text.split(",")).filter(k -> !k.isBlank()).toList();
        var second = keys.stream()
                .skip(1)
                .filter(k -> !name(k).equals(name(keys.getFirst())))
                .limit(KEYS - 1L);
        return java.util.stream.Stream.concat(keys.stream().limit(1), second).toList();
    }

    /** The field of a key. */
    static String name(String key) {
        return key.startsWith("-") ? key.substring(1) : key;
    }

    /** The form that {@link #of} reads. */
    public String text() {
        return key() + (then == null ? "" : "," + then.text());
    }

    private String key() {
        return (descending ? "-" : "") + field.name();
    }

    /** The order after a click on a field's head: by it alone, the other way round when it is so already. */
    String by(Field wanted) {
        return (field.equals(wanted) && !descending ? "-" : "") + wanted.name();
    }

    /** The order after a click with Shift: the field becomes the second key, or one that it is already turns round. */
    String also(Field wanted) {
        if (field.equals(wanted)) {
            return new Sort(field, !descending, then).text();
        }
        boolean turned = then != null && then.field.equals(wanted) && !then.descending;
        return key() + "," + (turned ? "-" : "") + wanted.name();
    }

    /** Whether the field is the first key, the second, or none: 1, 2, 0. */
    int rank(Field wanted) {
        if (field.equals(wanted)) {
            return 1;
        }
        return then != null && then.field.equals(wanted) ? 2 : 0;
    }

    /** Whether the field runs downward here. */
    boolean down(Field wanted) {
        return field.equals(wanted) ? descending : then != null && then.field.equals(wanted) && then.descending;
    }
}

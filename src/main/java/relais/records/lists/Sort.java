package relais.records.lists;

import org.jspecify.annotations.Nullable;
import relais.platform.web.Refused;
import relais.records.types.Field;
import relais.records.types.ObjectType;

/** The order of a list; records without a value stand last. */
public record Sort(Field field, boolean descending) {
    /** The order that a URL or view names: {@code name}, {@code -lastContactAt}; nothing means the object's own. */
    public static Sort of(ObjectType type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Sort(type.required(type.titles().getFirst()), false);
        }
        boolean descending = text.startsWith("-");
        var name = descending ? text.substring(1) : text;
        var field = type.field(name).orElseThrow(() -> new Refused("sort.unknown", name));
        if (!field.has(Field.Trait.SORTABLE)) {
            throw new Refused("sort.unindexed", name);
        }
        return new Sort(field, descending);
    }

    /** The form that {@link #of} reads. */
    public String text() {
        return (descending ? "-" : "") + field.name();
    }
}

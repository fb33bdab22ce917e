package relais.records.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slot: a module says where it uses a field or an object of the current workspace, so that nobody deletes what is used. It
 * is asked inside a transaction, only when somebody is about to delete.
 */
public interface FieldUses {
    /**
     * One use.
     *
     * @param what what uses it, in the language of the page: "vue « Chantiers ouverts »"
     * @param href where it is changed, null when there is no such page
     */
    record Use(String what, @Nullable String href) {}

    /** Where this field is used; its own values are no use. */
    List<Use> of(ObjectType type, Field field);

    /** Where this object is used by others; its own records, fields and views are no use. */
    default List<Use> of(ObjectType type) {
        return List.of();
    }
}

package relais.records;

import java.util.List;
import relais.identity.Action;
import tools.jackson.databind.node.ObjectNode;

/** Slot: a module describes one of its objects. */
public interface ObjectDescription {
    /** The object with its standard fields. */
    ObjectType type();

    /** Fills in what follows from the given values before they are stored, in place; pure. */
    default void complete(ObjectNode state) {}

    /** Problems of the whole state that no single field shows; pure. */
    default List<Problem> check(ObjectNode state) {
        return List.of();
    }

    /** The right that a wanted action needs; configuration objects ask for CONFIGURE. */
    default Action right(Action wanted) {
        return wanted;
    }

    /** Whether a field makes sense for a record with these values; the others are not shown while empty. */
    default boolean applies(Field field, ObjectNode state) {
        return true;
    }
}

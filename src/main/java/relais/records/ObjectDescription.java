package relais.records;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Slot: a module describes one of its objects and what follows from a write of it. */
public interface ObjectDescription {
    /** The object with its standard fields. */
    ObjectType type();

    /** Fills in what follows from the given values before they are stored, in place; pure. */
    default void complete(ObjectNode state) {}

    /** Problems of the whole state that no single field shows; pure. */
    default List<Problem> check(ObjectNode state) {
        return List.of();
    }

    /** Called in the same transaction after these changes were written, in batches. */
    default void written(UUID operation, List<Change> changes) {}
}

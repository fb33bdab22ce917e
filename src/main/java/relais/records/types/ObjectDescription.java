package relais.records.types;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.identity.Action;
import relais.identity.Actor;
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

    /**
     * Adds to the state of a record what is to be kept of others that are merged into it, in place; pure.
     *
     * @param former the states of all of them before, its own first
     */
    default void absorb(ObjectNode state, List<ObjectNode> former) {}

    /** The right that a wanted action needs; configuration objects ask for CONFIGURE. */
    default Action right(Action wanted) {
        return wanted;
    }

    /** Whether the actor may do this with this very record; null before it exists or after it is gone. */
    default boolean allows(Actor actor, Action wanted, @Nullable Snapshot before, @Nullable Snapshot after) {
        return actor.may(type().name(), right(wanted));
    }

    /** Who sees which of its records. */
    default RowRights rows() {
        return new RowRights.Every();
    }

    /** Whether the actor may see this very record, when records of this object may be read at all. */
    default boolean shows(Actor actor, Snapshot record) {
        return true;
    }

    /** The fields without which its own pages make no sense, so that no role hides them. */
    default List<String> needed() {
        return List.of();
    }

    /** Whether its records only attend what is done to others, so that taking that back asks for no right to them. */
    default boolean attending() {
        return false;
    }

    /** Whether the generic forms edit its records; configuration has pages of its own. */
    default boolean open() {
        return right(Action.UPDATE) == Action.UPDATE;
    }

    /** Whether the field's value is made of other fields of this record, so that it is not written by itself. */
    default boolean derived(Field field, ObjectNode state) {
        return false;
    }

    /** Whether a field makes sense for a record with these values; the others are not shown while empty. */
    default boolean applies(Field field, ObjectNode state) {
        return true;
    }
}

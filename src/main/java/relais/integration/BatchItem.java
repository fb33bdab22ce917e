package relais.integration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Action;
import relais.records.types.ObjectType;
import tools.jackson.databind.node.ObjectNode;

/**
 * One mutation of a batch.
 *
 * @param index its place in what was sent
 * @param sent its values as they were sent
 */
record BatchItem(
        int index,
        Act act,
        ObjectType type,
        UUID id,
        @Nullable Integer version,
        ObjectNode sent,
        ObjectNode values) {

    /** What is to be done. */
    enum Act {
        CREATE(Action.CREATE),
        UPDATE(Action.UPDATE),
        DELETE(Action.DELETE);

        private final Action right;

        Act(Action right) {
            this.right = right;
        }

        Action right() {
            return right;
        }
    }
}

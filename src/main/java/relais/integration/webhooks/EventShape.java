package relais.integration.webhooks;

import relais.records.changes.Change;
import relais.records.changes.Operation;
import relais.records.types.ObjectType;
import tools.jackson.databind.node.ObjectNode;

/** Slot: how changes and operations look outside, the same in messages as in the API. */
public interface EventShape {
    /** The values of one change, as the current actor may see them. */
    ObjectNode change(ObjectType type, Change change);

    /** Who did what. */
    ObjectNode operation(Operation operation);
}

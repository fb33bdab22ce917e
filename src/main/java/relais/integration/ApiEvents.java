package relais.integration;

import org.springframework.stereotype.Component;
import relais.integration.webhooks.EventShape;
import relais.records.changes.Change;
import relais.records.changes.Operation;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Changes in messages have the shape that they have in the API. */
@Component
class ApiEvents implements EventShape {
    @Override
    public ObjectNode change(ObjectType type, Change change) {
        var json = Values.object();
        json.put("id", change.record().toString());
        json.put("versionBefore", change.versionBefore());
        json.put("versionAfter", change.versionAfter());
        json.set("before", ApiShape.touched(type, change.before()));
        json.set("after", ApiShape.touched(type, change.after()));
        return json;
    }

    @Override
    public ObjectNode operation(Operation operation) {
        var json = Values.object();
        json.put("id", operation.id().toString());
        json.put("at", operation.at().toString());
        json.set("actor", ApiShape.actor(operation));
        json.put("intent", operation.intent().code());
        return json;
    }
}

package relais.customers.duplicates;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** How a workspace recognises duplicates: from which likeness on, and by which fields besides the usual ones. */
@Component
class MatchingDescription implements ObjectDescription {
    static final String NAME = "matching";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "matchings",
            "customers.matching",
            "copy",
            List.of("identifying"),
            false,
            List.of(
                    Field.of("threshold", FieldType.NUMBER, "threshold", "main"),
                    Field.of("identifying", FieldType.LONG_TEXT, "identifying", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public Action right(Action wanted) {
        return wanted == Action.READ ? Action.READ : Action.CONFIGURE;
    }

    @Override
    public List<Problem> check(ObjectNode state) {
        double threshold = state.path("threshold").asDouble(Matching.USUAL);
        return Values.empty(state.get("threshold")) || threshold >= 0.3 && threshold <= 1
                ? List.of()
                : List.of(Problem.of("threshold", "matching.threshold"));
    }
}

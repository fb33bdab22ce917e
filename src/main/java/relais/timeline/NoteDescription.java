package relais.timeline;

import static relais.records.types.Field.Trait.FLAG;
import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.RowRights;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** What somebody wrote down about an exchange with a customer: a note, a call, a meeting. */
@Component
public class NoteDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "note";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "notes",
            "timeline.note",
            "sticky-note",
            List.of("body"),
            false,
            List.of(
                    Field.of("customer", FieldType.LINK, "customer_id", "main", REQUIRED)
                            .linking(CustomerDescription.NAME),
                    Field.of("kind", FieldType.CHOICE, "kind", "main", REQUIRED).choosing("note", "call", "meeting"),
                    Field.of("body", FieldType.LONG_TEXT, "body", "main", REQUIRED),
                    Field.of("pinned", FieldType.BOOLEAN, "pinned", "main"),
                    Field.of("personal", FieldType.BOOLEAN, "personal", "main", FLAG),
                    Field.of("author", FieldType.USER, "author_id", "main"),
                    Field.of("occurredAt", FieldType.INSTANT, "occurred_at", "main", REQUIRED)));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public RowRights rows() {
        return new RowRights.Personal("personal", "author", new RowRights.Following(List.of("customer")));
    }

    /** What nobody wrote can be kept from nobody. */
    @Override
    public List<Problem> check(ObjectNode state) {
        return state.path("personal").asBoolean(false) && Values.empty(state.get("author"))
                ? List.of(Problem.of("author", "required"))
                : List.of();
    }

    @Override
    public void complete(ObjectNode state) {
        if (Values.empty(state.get("kind"))) {
            state.put("kind", "note");
        }
        if (Values.empty(state.get("occurredAt")) && state.has(Snapshot.CREATED)) {
            state.set("occurredAt", state.path(Snapshot.CREATED));
        }
    }
}

package relais.records.types;

import static relais.records.types.Field.Trait.COMPUTED;
import static relais.records.types.Field.Trait.REQUIRED;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import tools.jackson.databind.node.ObjectNode;

/** Custom fields are records too, so that adding, changing and deleting one has history and undo. */
@Component
public class FieldDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "field";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "fields",
            "records.field",
            "text-cursor-input",
            List.of("labelFr", "code"),
            false,
            List.of(
                    Field.of("object", FieldType.TEXT, "object", "main", REQUIRED),
                    Field.of("code", FieldType.TEXT, "code", "main", REQUIRED),
                    Field.of("type", FieldType.CHOICE, "type", "main", REQUIRED)
                            .choosing(Arrays.stream(FieldType.values())
                                    .map(Enum::name)
                                    .toArray(String[]::new)),
                    Field.of("labelFr", FieldType.TEXT, "label_fr", "main", REQUIRED),
                    Field.of("labelEn", FieldType.TEXT, "label_en", "main", REQUIRED),
                    Field.of("section", FieldType.TEXT, "section", "main", REQUIRED),
                    Field.of("choices", FieldType.LONG_TEXT, "choices", "main"),
                    Field.of("target", FieldType.TEXT, "target", "main"),
                    Field.of("required", FieldType.BOOLEAN, "required", "main"),
                    Field.of("slot", FieldType.TEXT, "slot", "main", COMPUTED),
                    Field.of("position", FieldType.NUMBER, "position", "main"),
                    Field.of("formula", FieldType.LONG_TEXT, "formula", "main"),
                    Field.of("reads", FieldType.LONG_TEXT, "reads", "main"),
                    Field.of("rollUp", FieldType.LONG_TEXT, "rollup", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public void complete(ObjectNode state) {
        if (Values.empty(state.get("section"))) {
            state.put("section", "custom");
        }
        if (Values.empty(state.get("labelEn")) && state.has("labelFr")) {
            state.put("labelEn", state.path("labelFr").asString(""));
        }
    }

    @Override
    public Action right(Action wanted) {
        return wanted == Action.READ ? Action.READ : Action.CONFIGURE;
    }
}

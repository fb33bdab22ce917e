package relais.records.types;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;

/** What is asked of the values of a field, standard or own; a record too, so that it has history and undo. */
@Component
public class FieldRuleDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "fieldRule";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "fieldRules",
            "records.field_rule",
            "list-checks",
            List.of("field"),
            false,
            List.of(
                    Field.of("object", FieldType.TEXT, "object", "main", REQUIRED),
                    Field.of("field", FieldType.TEXT, "field", "main", REQUIRED),
                    Field.of("valid", FieldType.LONG_TEXT, "valid_when", "main"),
                    Field.of("messageFr", FieldType.TEXT, "message_fr", "main"),
                    Field.of("messageEn", FieldType.TEXT, "message_en", "main"),
                    Field.of("requiredWhen", FieldType.LONG_TEXT, "required_when", "main"),
                    Field.of("preset", FieldType.LONG_TEXT, "preset", "main"),
                    Field.of("single", FieldType.BOOLEAN, "single", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public Action right(Action wanted) {
        return wanted == Action.READ ? Action.READ : Action.CONFIGURE;
    }
}

package relais.customers.privacy;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;

/** One processing activity of the register: what data of whom is used for what, and on which ground. */
@Component
public class ProcessingDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "processing";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "processings",
            "customers.processing",
            "list-checks",
            List.of("name"),
            false,
            List.of(
                    Field.of("name", FieldType.TEXT, "name", "main", REQUIRED),
                    Field.of("purpose", FieldType.LONG_TEXT, "purpose", "main"),
                    Field.of("basis", FieldType.CHOICE, "basis", "main", REQUIRED)
                            .choosing("consent", "contract", "obligation", "interest"),
                    Field.of("people", FieldType.LONG_TEXT, "people", "main"),
                    Field.of("kinds", FieldType.LONG_TEXT, "kinds", "main"),
                    Field.of("recipients", FieldType.LONG_TEXT, "recipients", "main"),
                    Field.of("kept", FieldType.LONG_TEXT, "kept", "main"),
                    Field.of("measures", FieldType.LONG_TEXT, "measures", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    /** Kept by those who handle personal data. */
    @Override
    public Action right(Action wanted) {
        return Action.CONFIGURE;
    }
}

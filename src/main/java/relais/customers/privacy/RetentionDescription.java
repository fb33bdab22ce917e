package relais.customers.privacy;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;

/** How long the data of whom is kept. */
@Component
public class RetentionDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "retention";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "retentions",
            "customers.retention",
            "hourglass",
            List.of("name"),
            false,
            List.of(
                    Field.of("name", FieldType.TEXT, "name", "main", REQUIRED),
                    Field.of("criteria", FieldType.LONG_TEXT, "criteria", "main"),
                    Field.of("anchor", FieldType.CHOICE, "anchor", "main", REQUIRED)
                            .choosing("contact", "creation"),
                    Field.of("months", FieldType.NUMBER, "months", "main", REQUIRED),
                    Field.of("automatic", FieldType.BOOLEAN, "automatic", "main")));

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

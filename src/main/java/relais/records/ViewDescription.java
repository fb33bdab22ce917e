package relais.records;

import static relais.records.Field.Trait.REQUIRED;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;

/** Saved views are records too; the lists' own rules say who may change which. */
@Component
public class ViewDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "view";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "views",
            "records.view",
            "bookmark",
            List.of("name"),
            false,
            List.of(
                    Field.of("object", FieldType.TEXT, "object", "main", REQUIRED),
                    Field.of("name", FieldType.TEXT, "name", "main", REQUIRED),
                    Field.of("criteria", FieldType.LONG_TEXT, "criteria", "main"),
                    Field.of("columns", FieldType.LONG_TEXT, "columns", "main"),
                    Field.of("sort", FieldType.TEXT, "sort", "main"),
                    Field.of("shared", FieldType.BOOLEAN, "shared", "main"),
                    Field.of("owner", FieldType.USER, "owner_id", "main"),
                    Field.of("position", FieldType.NUMBER, "position", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public Action right(Action wanted) {
        return Action.READ;
    }
}

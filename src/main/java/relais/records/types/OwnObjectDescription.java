package relais.records.types;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;

/** The objects that a workspace makes itself are records too, so that making, changing and deleting one has history and undo. */
@Component
public class OwnObjectDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "object";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "objects",
            "records.object",
            "boxes",
            List.of("oneFr", "code"),
            false,
            List.of(
                    Field.of("code", FieldType.TEXT, "code", "main", REQUIRED),
                    Field.of("plural", FieldType.TEXT, "plural", "main", REQUIRED),
                    Field.of("icon", FieldType.TEXT, "icon", "main", REQUIRED),
                    Field.of("oneFr", FieldType.TEXT, "one_fr", "main", REQUIRED),
                    Field.of("manyFr", FieldType.TEXT, "many_fr", "main", REQUIRED),
                    Field.of("oneEn", FieldType.TEXT, "one_en", "main", REQUIRED),
                    Field.of("manyEn", FieldType.TEXT, "many_en", "main", REQUIRED),
                    Field.of("titleFr", FieldType.TEXT, "title_fr", "main", REQUIRED),
                    Field.of("titleEn", FieldType.TEXT, "title_en", "main", REQUIRED),
                    Field.of("sections", FieldType.LONG_TEXT, "sections", "main"),
                    Field.of("board", FieldType.TEXT, "board", "main"),
                    Field.of("firstView", FieldType.TEXT, "first_view", "main"),
                    Field.of("position", FieldType.NUMBER, "position", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public Action right(Action wanted) {
        return wanted == Action.READ ? Action.READ : Action.CONFIGURE;
    }
}

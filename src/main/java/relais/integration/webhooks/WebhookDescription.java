package relais.integration.webhooks;

import static relais.records.types.Field.Trait.FLAG;
import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;

/** A subscription: configuration, so it is written with history and undo; its secret is no part of it. */
@Component
public class WebhookDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "webhook";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "webhooks",
            "integration.webhook",
            "rss",
            List.of("name"),
            false,
            List.of(
                    Field.of("name", FieldType.TEXT, "name", "main", REQUIRED),
                    Field.of("url", FieldType.TEXT, "url", "main", REQUIRED),
                    Field.of("objects", FieldType.TEXT, "objects", "main", REQUIRED),
                    Field.of("kinds", FieldType.TEXT, "kinds", "main", REQUIRED),
                    Field.of("criteria", FieldType.LONG_TEXT, "criteria", "main"),
                    Field.of("owner", FieldType.USER, "owner_id", "main", REQUIRED),
                    Field.of("paused", FieldType.BOOLEAN, "paused", "main", FLAG)));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    /** What leaves the workspace is for those to decide who run it. */
    @Override
    public Action right(Action wanted) {
        return Action.CONFIGURE;
    }
}

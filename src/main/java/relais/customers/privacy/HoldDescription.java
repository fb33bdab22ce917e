package relais.customers.privacy;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.identity.Action;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.RowRights;

/** Why the data of somebody is not to be erased, until when. */
@Component
public class HoldDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "hold";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "holds",
            "customers.legal_hold",
            "lock",
            List.of("reason"),
            false,
            List.of(
                    Field.of("customer", FieldType.LINK, "customer_id", "main", REQUIRED)
                            .linking(CustomerDescription.NAME),
                    Field.of("reason", FieldType.TEXT, "reason", "main", REQUIRED),
                    Field.of("until", FieldType.DATE, "until_on", "main"),
                    Field.of("author", FieldType.USER, "author_id", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public RowRights rows() {
        return new RowRights.Following(List.of("customer"));
    }

    /** Kept by those who handle personal data. */
    @Override
    public Action right(Action wanted) {
        return Action.CONFIGURE;
    }
}

package relais.customers.consent;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.RowRights;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** One line of the ledger: somebody agreed or refused, with when, to which words, from where and how it is proved. */
@Component
public class ConsentDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "consent";

    static final String GIVEN = "given";
    static final String REFUSED = "refused";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "consents",
            "customers.consent",
            "circle-check",
            List.of("wording"),
            false,
            List.of(
                    Field.of("customer", FieldType.LINK, "customer_id", "main", REQUIRED)
                            .linking(CustomerDescription.NAME),
                    Field.of("purpose", FieldType.CHOICE, "purpose", "main", REQUIRED)
                            .choosing(Purpose.codes().toArray(String[]::new)),
                    Field.of("channel", FieldType.CHOICE, "channel", "main", REQUIRED)
                            .choosing(Channel.codes().toArray(String[]::new)),
                    Field.of("state", FieldType.CHOICE, "state", "main", REQUIRED)
                            .choosing(GIVEN, REFUSED),
                    Field.of("statedAt", FieldType.INSTANT, "stated_at", "main", REQUIRED),
                    Field.of("wording", FieldType.TEXT, "wording", "main"),
                    Field.of("source", FieldType.TEXT, "source", "main"),
                    Field.of("proof", FieldType.LONG_TEXT, "proof", "main"),
                    Field.of("author", FieldType.USER, "author_id", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public RowRights rows() {
        return new RowRights.Following(List.of("customer"));
    }

    @Override
    public void complete(ObjectNode state) {
        if (Values.empty(state.get("statedAt")) && state.has(Snapshot.CREATED)) {
            state.set("statedAt", state.path(Snapshot.CREATED));
        }
        if (Values.empty(state.get("author")) && Actor.CURRENT.isBound()) {
            state.put("author", Actor.current().id().toString());
        }
    }

    /** The ledger is only added to: nobody rewrites what was said; whose it is may change when customers are merged. */
    @Override
    public boolean allows(Actor actor, Action wanted, @Nullable Snapshot before, @Nullable Snapshot after) {
        if (before == null || after == null) {
            return actor.may(NAME, before == null ? Action.CREATE : Action.CONFIGURE);
        }
        boolean moved = before.deleted() != after.deleted();
        return actor.may(NAME, moved ? Action.CONFIGURE : wanted) && sameWords(before, after);
    }

    private static boolean sameWords(Snapshot before, Snapshot after) {
        return TYPE.fields().stream()
                .filter(f -> !f.name().equals("customer"))
                .allMatch(f -> Values.same(before.value(f.name()), after.value(f.name())));
    }
}

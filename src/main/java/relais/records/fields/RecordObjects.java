package relais.records.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.GuardedObject;
import relais.identity.GuardedObjects;
import relais.records.changes.Operations;
import relais.records.types.FieldDescription;
import relais.records.types.FieldRuleDescription;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.OwnObjectDescription;
import relais.records.types.ViewDescription;
import relais.ui.Words;

/** Objects in the matrix of rights: those with customers' data first, then what configures them, then operations. */
@Component
class RecordObjects implements GuardedObjects {
    private final ObjectTypes types;

    RecordObjects(ObjectTypes types) {
        this.types = types;
    }

    /** The objects to which a workspace may add fields. */
    static List<ObjectType> described(ObjectTypes types) {
        return types.all().stream()
                .filter(t -> types.description(t).open())
                .sorted(Comparator.comparing(t -> !t.listed()))
                .toList();
    }

    private static boolean configures(ObjectType type) {
        return type.name().equals(FieldDescription.NAME)
                || type.name().equals(OwnObjectDescription.NAME)
                || type.name().equals(ViewDescription.NAME)
                || type.name().equals(FieldRuleDescription.NAME);
    }

    @Override
    public List<GuardedObject> all() {
        var guarded = new ArrayList<GuardedObject>();
        described(types).forEach(t -> guarded.add(guarded(t)));
        types.all().stream().filter(RecordObjects::configures).forEach(t -> guarded.add(configured(t)));
        guarded.add(new GuardedObject(Operations.NAME, Words.t("fields.rights.operations"), Set.of(Action.READ)));
        return guarded;
    }

    private static GuardedObject configured(ObjectType type) {
        return new GuardedObject(type.name(), FieldWords.capital(Labels.objects(type)), Set.of(Action.CONFIGURE));
    }

    private static GuardedObject guarded(ObjectType type) {
        return new GuardedObject(type.name(), FieldWords.capital(Labels.objects(type)));
    }
}

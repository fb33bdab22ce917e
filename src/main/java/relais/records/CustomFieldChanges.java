package relais.records;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.records.changes.RecordsWritten;
import relais.records.types.FieldDescription;
import relais.records.types.ObjectTypes;
import relais.records.types.OwnObjectDescription;

/** A workspace's own objects and fields are read again as soon as one of them changes. */
@Component
class CustomFieldChanges {
    private final ObjectTypes types;

    CustomFieldChanges(ObjectTypes types) {
        this.types = types;
    }

    @EventListener
    void fieldsChanged(RecordsWritten written) {
        var name = written.type().name();
        if (name.equals(FieldDescription.NAME) || name.equals(OwnObjectDescription.NAME)) {
            types.forgetCustomFields();
        }
    }
}

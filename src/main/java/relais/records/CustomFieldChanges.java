package relais.records;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.records.changes.RecordsWritten;
import relais.records.types.FieldDescription;
import relais.records.types.ObjectTypes;

/** A workspace's own fields are read again as soon as one of them changes. */
@Component
class CustomFieldChanges {
    private final ObjectTypes types;

    CustomFieldChanges(ObjectTypes types) {
        this.types = types;
    }

    @EventListener
    void fieldsChanged(RecordsWritten written) {
        if (written.type().name().equals(FieldDescription.NAME)) {
            types.forgetCustomFields();
        }
    }
}

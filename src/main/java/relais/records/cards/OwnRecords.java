package relais.records.cards;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Snapshot;

/** Puts records of own objects into the trash. */
@Service
class OwnRecords {
    private final Records records;

    OwnRecords(Records records) {
        this.records = records;
    }

    @Nullable
    UUID delete(Snapshot record) {
        var object = record.type().name();
        var done = records.write(Intent.of("record.delete", record.title()), w -> w.delete(object, record.id(), null));
        if (done.result() instanceof Outcome.Rejected) {
            throw new Refused("record.delete");
        }
        return done.operation();
    }
}

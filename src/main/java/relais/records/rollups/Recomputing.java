package relais.records.rollups;

import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.records.changes.RecordsWritten;
import relais.records.types.FieldDescription;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.records.work.Works;
import tools.jackson.databind.JsonNode;

/** Once a formula or a roll-up is made or changed, every record gets its value: few at once, many in the background. */
@Component
class Recomputing {
    private final ObjectTypes types;
    private final Recount recount;
    private final RecomputeTask task;
    private final Works works;

    Recomputing(ObjectTypes types, Recount recount, RecomputeTask task, Works works) {
        this.types = types;
        this.recount = recount;
        this.task = task;
        this.works = works;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void fieldsWritten(RecordsWritten written) {
        if (written.type().name().equals(FieldDescription.NAME)) {
            written.items().stream()
                    .filter(Recomputing::derives)
                    .map(i -> Objects.requireNonNull(i.state()).path("object").asString(""))
                    .distinct()
                    .forEach(object -> start(object, written.operation()));
        }
    }

    /** Whether the field is kept by Relais now, and was not or not so before. */
    private static boolean derives(RecordsWritten.Item item) {
        var state = item.state();
        if (state == null || state.has(Snapshot.DELETED)) {
            return false;
        }
        JsonNode after = item.change().after();
        boolean touched = item.change().creates()
                || after != null && (after.has("formula") || after.has("rollUp") || after.has(Snapshot.DELETED));
        return touched && !(Values.empty(state.get("formula")) && Values.empty(state.get("rollUp")));
    }

    private void start(String object, UUID operation) {
        types.forgetCustomFields();
        types.find(object).ifPresent(type -> {
            var ids = task.ids(type, new UUID(0, 0), RecomputeTask.SLICE);
            if (ids.size() < RecomputeTask.SLICE) {
                recount.all(type, ids);
            } else if (works.unfinished(operation).isEmpty()) {
                works.start(RecomputeTask.NAME, object, operation, task.estimate(type), "/settings/objects/" + object);
            }
        });
    }
}

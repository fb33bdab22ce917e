package relais.records.rollups;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.work.Works;

/** Checks every formula and figure of an object against a recount and mends what differs. */
@Service
public class Recomputation {
    private final RecomputeTask task;
    private final Recount recount;
    private final Records records;
    private final Works works;

    Recomputation(RecomputeTask task, Recount recount, Records records, Works works) {
        this.task = task;
        this.recount = recount;
        this.records = records;
        this.works = works;
    }

    /** What became of it. */
    public sealed interface Answer {
        /** It is done; so many records differed. */
        record Done(int differed) implements Answer {}

        /** It goes on in the background, where this work tells of it. */
        record Running(UUID work) implements Answer {}
    }

    /** Checks and mends few records at once, many in the background. */
    @Transactional
    public Answer start(ObjectType type) {
        var ids = task.ids(type, new UUID(0, 0), RecomputeTask.SLICE);
        if (ids.size() < RecomputeTask.SLICE) {
            return new Answer.Done(recount.all(type, ids));
        }
        var operation = records.open(Intent.of("field.recount", Labels.objects(type)));
        return new Answer.Running(works.start(
                RecomputeTask.NAME, type.name(), operation, task.estimate(type), "/settings/objects/" + type.name()));
    }
}

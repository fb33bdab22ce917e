package relais.records.lists.bulk;

import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Ids;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.criteria.CriteriaJson;
import relais.records.lists.ListQueries;
import relais.records.lists.ListState;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.records.work.LongTask;
import relais.records.work.Work;

/** Changes everything that a list showed when it was asked, slice by slice in the order of the ids. */
@Component
class BulkTask implements LongTask {
    static final String NAME = "bulk";
    private static final int SLICE = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final ObjectTypes types;
    private final ListQueries queries;
    private final Bulk bulk;
    private final Records records;

    BulkTask(ObjectTypes types, ListQueries queries, Bulk bulk, Records records) {
        this.types = types;
        this.queries = queries;
        this.bulk = bulk;
        this.records = records;
    }

    /**
     * What is to be done, as the work keeps it.
     *
     * @param upTo the last id that counts: what is made later is not meant
     */
    record Job(String object, String criteria, String change, String tag, UUID upTo) {
        String text() {
            var node = Values.object();
            node.put("object", object).put("criteria", criteria).put("change", change);
            return Values.json(node.put("tag", tag).put("upTo", upTo.toString()));
        }

        static Job parse(String text) {
            var node = Values.parse(text);
            return new Job(
                    node.path("object").asString(),
                    node.path("criteria").asString(),
                    node.path("change").asString(),
                    node.path("tag").asString(),
                    UUID.fromString(node.path("upTo").asString()));
        }
    }

    static Job job(ListState state, String change, String tag) {
        return new Job(state.type().name(), CriteriaJson.text(state.criterion()), change, tag, Ids.next());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(Work work) {
        var job = Job.parse(work.data());
        var type = types.of(job.object());
        var behind = work.place().isEmpty() ? FIRST : UUID.fromString(work.place());
        var ids = queries.walk(type, CriteriaJson.parse(job.criteria()), behind, job.upTo(), SLICE);
        if (ids.isEmpty()) {
            return new Step(work.place(), 0, 0, 0, true);
        }
        var change = BulkChange.of(type, job.change(), job.tag());
        var outcomes = records.resume(work.operation(), writing -> bulk.apply(writing, type, ids, change))
                .result();
        int written = (int)
                outcomes.stream().filter(o -> o instanceof Outcome.Written).count();
        return new Step(ids.getLast().toString(), ids.size(), written, ids.size() - written, ids.size() < SLICE);
    }

    /** When everything was so already, no operation is left to undo. */
    @Override
    public void ended(Work work) {
        records.close(work.operation());
    }
}

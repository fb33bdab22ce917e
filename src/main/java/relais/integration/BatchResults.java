package relais.integration;

import java.util.ArrayList;
import java.util.TreeMap;
import relais.records.Outcome;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** What became of each mutation of a batch, by its place. */
final class BatchResults {
    private final TreeMap<Integer, ObjectNode> results = new TreeMap<>();
    private boolean refused;

    BatchResults(BatchReader.Batch batch) {
        batch.wrong().forEach(this::refuse);
    }

    boolean refused() {
        return refused;
    }

    void add(BatchItem item, Outcome outcome) {
        switch (outcome) {
            case Outcome.Written w ->
                results.put(item.index(), written(item.act() == BatchItem.Act.CREATE ? 201 : 200, w, w.version()));
            case Outcome.Unchanged u -> results.put(item.index(), written(200, u, u.version()));
            case Outcome.Rejected r ->
                refuse(
                        item.index(),
                        ApiInput.rejected(item.type(), r.problems(), item.sent())
                                .below("/values"));
            case Outcome.Stale s ->
                refuse(
                        item.index(),
                        ApiProblem.of(412, "version.stale", s.current().version()));
            case Outcome.Missing m -> refuse(item.index(), ApiProblem.of(404, "not.found"));
        }
    }

    private static ObjectNode written(int status, Outcome outcome, int version) {
        return Values.object()
                .put("status", status)
                .put("id", outcome.id().toString())
                .put("version", version);
    }

    void refuse(int index, ApiProblem problem) {
        refused = true;
        var result = Values.object().put("status", problem.status()).put("code", problem.code());
        result.put("detail", Words.t(problem.words(), problem.args().toArray()));
        if (!problem.flaws().isEmpty()) {
            var errors = result.putArray("errors");
            problem.flaws()
                    .forEach(f -> errors.addObject()
                            .put("pointer", f.pointer())
                            .put("code", f.code())
                            .put("detail", f.detail()));
        }
        results.put(index, result);
    }

    ObjectNode body() {
        var body = Values.object();
        var array = body.putArray("results");
        results.values().forEach(array::add);
        return body;
    }

    /** Why none of it was written: the place of each mutation that could not be. */
    ApiProblem problem() {
        var flaws = new ArrayList<ApiProblem.Flaw>();
        results.forEach((index, result) -> {
            if (result.has("code")) {
                flaws.add(new ApiProblem.Flaw(
                        "/mutations/" + index,
                        result.path("code").asString(),
                        result.path("detail").asString()));
            }
        });
        return ApiProblem.with(422, "batch.refused", flaws);
    }
}

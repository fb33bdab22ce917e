package relais.integration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import relais.identity.Forbidden;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Writing;
import relais.records.changes.Intent;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Writes many records in one operation: all of them or none, or each that can be. */
@Service
class ApiBatch {
    private final Records records;
    private final BatchReader reader;
    private final Clock clock;

    ApiBatch(Records records, BatchReader reader, Clock clock) {
        this.records = records;
        this.reader = reader;
        this.clock = clock;
    }

    Answer write(ObjectNode body) {
        var batch = reader.read(body);
        var results = new BatchResults(batch);
        if (batch.atomic() && results.refused()) {
            throw results.problem();
        }
        var intent =
                Intent.of("api.batch", "value", String.valueOf(batch.items().size()));
        var done = records.write(intent, w -> {
            runs(batch.wanted()).forEach(run -> apply(w, run, results, batch.atomic()));
            if (batch.atomic() && results.refused()) {
                throw results.problem();
            }
            return true;
        });
        return Answer.of(200, done.operation(), 0, null, results.body());
    }

    /** Neighbours of one object, no record twice: what the writer takes at once. */
    private static List<List<BatchItem>> runs(List<BatchItem> items) {
        var runs = new ArrayList<List<BatchItem>>();
        var seen = new HashSet<UUID>();
        for (var item : items) {
            boolean same = !runs.isEmpty()
                    && runs.getLast()
                            .getFirst()
                            .type()
                            .name()
                            .equals(item.type().name());
            if (!same || !seen.add(item.id())) {
                runs.add(new ArrayList<>());
                seen.clear();
                seen.add(item.id());
            }
            runs.getLast().add(item);
        }
        return runs;
    }

    private void apply(Writing writing, List<BatchItem> run, BatchResults results, boolean atomic) {
        try {
            var outcomes = outcomes(writing, run);
            for (int i = 0; i < run.size(); i++) {
                results.add(run.get(i), outcomes.get(i));
            }
        } catch (Forbidden forbidden) {
            if (atomic) {
                throw forbidden;
            }
            run.forEach(item -> alone(writing, item, results));
        }
    }

    private void alone(Writing writing, BatchItem item, BatchResults results) {
        try {
            results.add(item, outcomes(writing, List.of(item)).getFirst());
        } catch (Forbidden forbidden) {
            results.refuse(item.index(), ApiProblem.of(403, "right.missing"));
        }
    }

    private List<Outcome> outcomes(Writing writing, List<BatchItem> run) {
        return writing.apply(
                run.getFirst().type().name(), run.stream().map(this::mutation).toList());
    }

    private Mutation mutation(BatchItem item) {
        return switch (item.act()) {
            case CREATE -> new Mutation.Create(item.id(), item.values());
            case UPDATE -> new Mutation.Update(item.id(), item.version(), item.values());
            case DELETE -> {
                var values = Values.object();
                values.put(Snapshot.DELETED, clock.instant().toString());
                yield new Mutation.Update(item.id(), item.version(), values);
            }
        };
    }
}

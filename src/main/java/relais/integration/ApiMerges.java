package relais.integration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.merging.Merges;
import relais.records.merging.Separations;
import relais.records.merging.Verdicts;
import relais.records.types.ObjectType;
import relais.records.types.Values;

/** Merges and separations for programs. */
@Service
class ApiMerges {
    private final Records records;
    private final Merges merges;
    private final Separations separations;
    private final Verdicts verdicts;

    ApiMerges(Records records, Merges merges, Separations separations, Verdicts verdicts) {
        this.records = records;
        this.merges = merges;
        this.separations = separations;
        this.verdicts = verdicts;
    }

    Answer merge(
            ObjectType type, UUID id, List<UUID> others, Map<String, List<UUID>> chosen, Map<UUID, Integer> versions) {
        chosen.keySet().forEach(f -> {
            if (type.field(f).isEmpty()) {
                throw ApiProblem.of(400, "parameter.unknown", "fields." + f);
            }
        });
        var done = merges.merge(new Merges.Request(type.name(), id, others, chosen, versions));
        var now = records.find(type.name(), id).orElseThrow(NotFound::new);
        return Answer.of(200, done.operation(), now.version(), null, ApiShape.write(now, Set.of()));
    }

    /** Takes back the merge in which this record went into another one, or else the latest one into it. */
    Answer unmerge(ObjectType type, UUID id) {
        var operation = verdicts.merged(id)
                .or(() -> verdicts.into(id).stream().findFirst())
                .map(Verdicts.Merged::operation)
                .orElseThrow(NotFound::new);
        var done = separations.separate(operation, Map.of());
        var body = Values.object();
        body.put("survivor", done.survivor().toString());
        var restored = body.putArray("restored");
        done.others().forEach(o -> restored.add(o.toString()));
        body.put("undoes", operation.toString());
        body.put("reversed", done.undone().reversed());
        body.put("kept", done.undone().kept());
        body.put("blocked", done.undone().blocked());
        return Answer.of(200, done.undone().operation(), 0, null, body);
    }

    /** Why a record is not to be found: it went into another one, or it does not exist. */
    static RuntimeException gone(Verdicts verdicts, ObjectType type, UUID id, int status) {
        return verdicts.survivor(id)
                .<RuntimeException>map(s -> ApiProblem.of(status, "record.merged", s)
                        .member("into", Values.text(s.toString()))
                        .header("Location", "/api/v1/" + type.plural() + "/" + s))
                .orElseGet(NotFound::new);
    }
}

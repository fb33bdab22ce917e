package relais.integration;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.customers.CustomerDescription;
import relais.platform.web.NotFound;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.merging.Verdicts;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Writes single records for programs, each write an operation of its own. */
@Service
class ApiWrites {
    private static final int SUBJECT = 80;

    private final Records records;
    private final ObjectTypes types;
    private final ApiObjects objects;
    private final ApiDuplicates duplicates;
    private final Verdicts verdicts;

    ApiWrites(Records records, ObjectTypes types, ApiObjects objects, ApiDuplicates duplicates, Verdicts verdicts) {
        this.verdicts = verdicts;
        this.duplicates = duplicates;
        this.records = records;
        this.types = types;
        this.objects = objects;
    }

    /** Makes a record; a customer who is likely known already is told, or refused when the caller wants that. */
    Answer create(ObjectType type, ObjectNode values, boolean onlyNew) {
        var intent = Intent.of("record.create", subject(type, values));
        var made = records.write(intent, w -> w.create(type.name(), values));
        var now = now(type, made.result());
        var answer = answer(type, made, now, values, 201);
        if (type.name().equals(CustomerDescription.NAME)) {
            answer.body().set("duplicates", duplicates.of(now, onlyNew));
        }
        return answer;
    }

    Answer update(ObjectType type, UUID id, @Nullable Integer version, ObjectNode values) {
        var intent = Intent.of("record.update", subject(visible(type, id)));
        var done = records.write(intent, w -> w.update(type.name(), id, version, values));
        return answer(type, done, now(type, done.result()), values, 200);
    }

    Answer delete(ObjectType type, UUID id, @Nullable Integer version) {
        var intent = Intent.of("record.delete", subject(visible(type, id)));
        var done = records.write(intent, w -> w.delete(type.name(), id, version));
        return answer(type, done, now(type, done.result()), Values.object(), 200);
    }

    /** What those who may not read see nothing of does not need to be visible, only to be there. */
    private @Nullable Snapshot visible(ObjectType type, UUID id) {
        return objects.reads(type)
                ? records.find(type.name(), id).orElseThrow(() -> ApiMerges.gone(verdicts, type, id, 409))
                : null;
    }

    /** The record as the write left it, unless it went to the trash or whoever wrote it may not read it. */
    private Optional<Snapshot> now(ObjectType type, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written w -> records.find(type.name(), w.id());
            case Outcome.Unchanged u -> records.find(type.name(), u.id());
            case Outcome.Rejected r -> Optional.empty();
            case Outcome.Stale s -> Optional.empty();
            case Outcome.Missing m -> Optional.empty();
        };
    }

    private static Answer answer(
            ObjectType type, Operated<Outcome> done, Optional<Snapshot> now, ObjectNode sent, int status) {
        return switch (done.result()) {
            case Outcome.Written w -> written(type, done.operation(), now, w.id(), w.version(), status);
            case Outcome.Unchanged u -> written(type, null, now, u.id(), u.version(), 200);
            case Outcome.Rejected r -> throw ApiInput.rejected(type, r.problems(), sent);
            case Outcome.Stale s ->
                throw ApiProblem.of(412, "version.stale", s.current().version())
                        .header("ETag", "\"" + s.current().version() + "\"");
            case Outcome.Missing m -> throw new NotFound();
        };
    }

    private static Answer written(
            ObjectType type, @Nullable UUID operation, Optional<Snapshot> now, UUID id, int version, int status) {
        var body = now.map(s -> ApiShape.write(s, Set.of())).orElseGet(() -> ApiShape.bare(id, version));
        var location = status == 201 ? "/api/v1/" + type.plural() + "/" + id : null;
        return Answer.of(status, operation, version, location, body);
    }

    private String subject(ObjectType type, ObjectNode values) {
        var state = values.deepCopy();
        types.description(type).complete(state);
        return subject(type, Values.title(type, state));
    }

    private static String subject(@Nullable Snapshot record) {
        return record == null ? "" : subject(record.type(), record.title());
    }

    private static String subject(ObjectType type, String title) {
        var line = title.strip().lines().findFirst().orElse("");
        return line.isEmpty() ? Labels.object(type) : line.length() > SUBJECT ? line.substring(0, SUBJECT) + "…" : line;
    }
}

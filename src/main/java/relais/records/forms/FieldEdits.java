package relais.records.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Field;
import relais.records.types.FieldInput;
import relais.records.types.Labels;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** Saves one field and answers with what its row shows then. */
@Component
class FieldEdits {
    private final Records records;
    private final RecordForms forms;
    private final FormReader reader;
    private final FieldViews views;

    FieldEdits(Records records, RecordForms forms, FormReader reader, FieldViews views) {
        this.records = records;
        this.forms = forms;
        this.reader = reader;
        this.views = views;
    }

    ModelAndView save(
            String object, UUID id, String name, MultiValueMap<String, String> form, HttpServletResponse response) {
        var record = known(object, id);
        var field = record.type().field(name).filter(Field::writable).orElseThrow(NotFound::new);
        var submission = new Submission();
        if (form.containsKey("mine")) {
            chosen(field, form, submission);
        } else {
            reader.read(field, form, submission);
        }
        int version = FormVersion.of(form);
        if (!submission.good()) {
            return FormAnswers.refused(submission.again(views.one(record, field)), version);
        }
        var saved = forms.update(object, id, version, intent(record, field), submission.values());
        return answer(record, field, version, submission, saved, response);
    }

    /** After a clash the actor chose: their own value is sent again as it was read. */
    private static void chosen(Field field, MultiValueMap<String, String> form, Submission into) {
        if ("mine".equals(form.getFirst("keep"))) {
            var value = Values.parseOrNull(Objects.requireNonNullElse(form.getFirst("mine"), "null"));
            FieldInput.value(FieldInput.accept(field, value == null ? Values.none() : value))
                    .ifPresent(v -> into.values().set(field.name(), v));
        }
    }

    private ModelAndView answer(
            Snapshot record,
            Field field,
            int version,
            Submission submission,
            Saved saved,
            HttpServletResponse response) {
        return switch (saved) {
            case Saved.Done done -> shown(record, field, done.operation(), "record.saved", response);
            case Saved.Rejected rejected -> {
                submission.refuse(rejected.problems().stream()
                        .map(p -> new Problem(field.name(), p.code(), p.args()))
                        .toList());
                yield FormAnswers.refused(submission.again(views.one(record, field)), version);
            }
            case Saved.Clash clash ->
                FormAnswers.clash(clash.conflict(), views.one(record, field).path(), views.one(record, field));
            case Saved.Gone gone ->
                FormAnswers.gone(
                        submission.again(views.one(record, field)),
                        new GoneView(Labels.object(record.type()), gone.deletion()));
        };
    }

    private ModelAndView shown(
            Snapshot before, Field field, @Nullable UUID operation, String words, HttpServletResponse response) {
        var type = before.type();
        var now = records.find(type.name(), before.id()).orElseThrow(NotFound::new);
        if (operation != null) {
            boolean reshaped = !views.applicable(before).equals(views.applicable(now));
            Announcements.written(
                    response, Words.t(words, Labels.field(type, field), now.title()), operation, reshaped);
        }
        return FormAnswers.row(views.one(now, field));
    }

    ModelAndView restore(String object, UUID id, String name, HttpServletResponse response) {
        var record = records.find(object, id).orElseThrow(NotFound::new);
        var field = record.type().field(name).filter(Field::writable).orElseThrow(NotFound::new);
        var origin = records.provenance(object, id, name).orElse(null);
        var former = origin == null || origin.previous() == null ? Values.none() : origin.previous();
        ObjectNode values = Values.object();
        values.set(name, former);
        var intent = new Intent(
                "record.restore", Map.of("subject", record.title(), "field", Labels.field(record.type(), field)));
        var saved = forms.update(object, id, record.version(), intent, values);
        return answer(record, field, record.version(), new Submission(), saved, response);
    }

    /** The record even when it went to the trash meanwhile, so that what was typed is not lost. */
    private Snapshot known(String object, UUID id) {
        var record = records.find(object, List.of(id)).get(id);
        if (record == null) {
            throw new NotFound();
        }
        return record;
    }

    private static Intent intent(Snapshot record, Field field) {
        return new Intent(
                "record.edit", Map.of("subject", record.title(), "field", Labels.field(record.type(), field)));
    }
}

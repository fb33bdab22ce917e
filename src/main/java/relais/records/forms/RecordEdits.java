package relais.records.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.LocalPath;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.FieldInput;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Toasts;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** Saves the whole form of a record. */
@Component
class RecordEdits {
    private final Records records;
    private final RecordForms forms;
    private final FormPages pages;

    RecordEdits(Records records, RecordForms forms, FormPages pages) {
        this.records = records;
        this.forms = forms;
        this.pages = pages;
    }

    /**
     * A record's form on its page.
     *
     * @param version the record's when the form was filled
     * @param deletion the operation that put the record into the trash meanwhile
     */
    public record Page(
            String title,
            String action,
            String back,
            int version,
            FormPage form,
            boolean gone,
            @Nullable UUID deletion) {}

    /** Somebody saved first: the fields to choose between. */
    public record Choice(String title, String action, String back, Conflict conflict) {}

    /** How a form is answered. */
    sealed interface Answer {
        record Go(String address) implements Answer {}

        record Again(Page page) implements Answer {}

        record Choose(Choice page) implements Answer {}
    }

    Page open(String object, UUID id, String back) {
        var record = records.find(object, id).orElseThrow(NotFound::new);
        Actor.current().require(object, Action.UPDATE);
        return page(record, record.version(), back, pages.of(record));
    }

    private static Page page(Snapshot record, int version, String back, FormPage form) {
        return new Page(record.title(), address(record), back(record, back), version, form, false, null);
    }

    private static String address(Snapshot record) {
        return "/records/" + record.type().name() + "/" + record.id();
    }

    private static String back(Snapshot record, String asked) {
        return LocalPath.or(asked, "/" + record.type().plural() + "/" + record.id());
    }

    Answer save(String object, UUID id, MultiValueMap<String, String> form, HttpServletResponse response) {
        var record = records.find(object, List.of(id)).get(id);
        if (record == null) {
            throw new NotFound();
        }
        Actor.current().require(object, Action.UPDATE);
        var read = pages.submission(record.type(), form);
        chosen(record, form, read.values());
        int version = FormVersion.of(form);
        var back = back(record, Objects.requireNonNullElse(form.getFirst("back"), ""));
        if (!read.good()) {
            return new Answer.Again(page(record, version, back, pages.again(record, read)));
        }
        var saved = forms.update(object, id, version, Intent.of("record.update", record.title()), read.values());
        return switch (saved) {
            case Saved.Done done -> done(record, done, back, response);
            case Saved.Rejected rejected ->
                new Answer.Again(page(record, version, back, pages.again(record, read.refused(rejected.problems()))));
            case Saved.Clash clash ->
                new Answer.Choose(new Choice(record.title(), address(record), back, clash.conflict()));
            case Saved.Gone gone ->
                new Answer.Again(new Page(
                        record.title(),
                        address(record),
                        back,
                        version,
                        pages.again(record, read),
                        true,
                        gone.deletion()));
        };
    }

    /** After a clash: the values that this actor decided to keep, and those that only they had changed. */
    private static void chosen(Snapshot record, MultiValueMap<String, String> form, ObjectNode values) {
        record.type().fields().forEach(f -> {
            var mine = form.getFirst("mine." + f.name());
            boolean wanted = !"theirs".equals(form.getFirst("keep." + f.name()));
            var value = mine == null || !wanted ? null : Values.parseOrNull(mine);
            if (value != null) {
                FieldInput.value(FieldInput.accept(f, value)).ifPresent(v -> values.set(f.name(), v));
            }
        });
    }

    private static Answer done(Snapshot record, Saved.Done done, String back, HttpServletResponse response) {
        if (done.operation() != null) {
            Toasts.undoable(response, Words.t("record.updated", record.title()), done.operation());
        }
        return new Answer.Go(back);
    }
}

package relais.timeline;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.customers.CustomerDescription;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.forms.Announcements;
import relais.records.forms.RecordForms;
import relais.records.forms.Saved;
import relais.records.types.Labels;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Face;
import relais.ui.Toasts;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** Writes notes as the composer sends them; what is refused comes back as a draft with its reason. */
@Service
class Notes {
    private final Records records;
    private final RecordForms forms;
    private final Clock clock;

    Notes(Records records, RecordForms forms, Clock clock) {
        this.records = records;
        this.forms = forms;
        this.clock = clock;
    }

    ThreadPages.@Nullable Draft write(UUID customer, NoteController.Form form, HttpServletResponse response) {
        var about = customer(customer);
        var values = values(form);
        values.put("customer", customer.toString());
        values.put("author", Actor.current().id().toString());
        if (!values.has("occurredAt")) {
            values.put(
                    "occurredAt",
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        var saved = forms.create(NoteDescription.NAME, intent("note.create", form.personal(), about), values);
        return answer(saved, customer, null, form, "note.written", response);
    }

    /** Others read in the list of operations that something was written, not about whom. */
    private static Intent intent(String code, @Nullable Boolean personal, Snapshot about) {
        return Boolean.TRUE.equals(personal) ? Intent.of("note.personal") : Intent.of(code, about.title());
    }

    private static boolean personal(Snapshot note) {
        return note.value("personal").asBoolean(false);
    }

    ThreadPages.@Nullable Draft save(UUID customer, UUID note, NoteController.Form form, HttpServletResponse response) {
        boolean personal = personal(note(customer, note)) || Boolean.TRUE.equals(form.personal());
        var intent = intent("note.update", personal, customer(customer));
        var saved = forms.update(NoteDescription.NAME, note, form.version(), intent, values(form));
        return answer(saved, customer, note, form, "note.saved", response);
    }

    private ThreadPages.@Nullable Draft answer(
            Saved saved,
            UUID customer,
            @Nullable UUID note,
            NoteController.Form form,
            String words,
            HttpServletResponse response) {
        return switch (saved) {
            case Saved.Done done -> {
                say(response, Words.t(words), done.operation());
                yield null;
            }
            case Saved.Rejected rejected ->
                draft(
                        customer,
                        note,
                        form,
                        form.version(),
                        Labels.problem(rejected.problems().getFirst()));
            case Saved.Clash clash -> {
                var row = clash.conflict().rows().getFirst();
                var current = clash.conflict().current();
                yield draft(
                        customer,
                        note,
                        form,
                        current.version(),
                        Words.t("note.clash", row.who(), current.text("body")));
            }
            case Saved.Gone gone -> draft(customer, note, form, form.version(), Words.t("note.gone"));
        };
    }

    private static ThreadPages.Draft draft(
            UUID customer, @Nullable UUID note, NoteController.Form form, @Nullable Integer version, String error) {
        return new ThreadPages.Draft(
                customer,
                note,
                version == null ? 0 : version,
                Objects.requireNonNullElse(form.kind(), "note"),
                Objects.requireNonNullElse(form.body(), ""),
                Objects.requireNonNullElse(form.occurredAt(), ""),
                Boolean.TRUE.equals(form.personal()),
                error);
    }

    /** The note in its form. */
    ThreadPages.Draft draft(UUID customer, UUID note) {
        var found = note(customer, note);
        Actor.current().require(NoteDescription.NAME, Action.UPDATE);
        var at = Instant.parse(found.text("occurredAt")).atZone(Face.current().zone());
        return new ThreadPages.Draft(
                customer,
                note,
                found.version(),
                found.text("kind"),
                found.text("body"),
                at.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                personal(found),
                null);
    }

    void delete(UUID customer, UUID note, HttpServletResponse response) {
        var found = note(customer, note);
        var intent = intent("note.delete", personal(found), customer(customer));
        var done = records.write(intent, w -> w.delete(NoteDescription.NAME, note, null));
        say(response, Words.t("note.deleted"), done.operation());
    }

    void pin(UUID customer, UUID note, boolean pinned, HttpServletResponse response) {
        var found = note(customer, note);
        var values = Values.object();
        values.set("pinned", pinned ? Values.bool(true) : Values.none());
        var intent = intent(pinned ? "note.pin" : "note.unpin", personal(found), customer(customer));
        var saved = forms.update(NoteDescription.NAME, note, found.version(), intent, values);
        if (!(saved instanceof Saved.Done done)) {
            throw new Refused("note.changed");
        }
        say(response, Words.t(pinned ? "note.pinned" : "note.unpinned"), done.operation());
    }

    private static void say(HttpServletResponse response, String sentence, @Nullable UUID operation) {
        if (operation != null) {
            Toasts.undoable(response, sentence, operation);
            Announcements.announce(response, "notes-changed");
        }
    }

    private static ObjectNode values(NoteController.Form form) {
        var values = Values.object();
        values.put("kind", Objects.requireNonNullElse(form.kind(), "note"));
        values.put("body", Objects.requireNonNullElse(form.body(), "").replace("\r\n", "\n"));
        values.set("personal", Boolean.TRUE.equals(form.personal()) ? Values.bool(true) : Values.none());
        var at = form.occurredAt();
        if (at != null && !at.isBlank()) {
            values.put("occurredAt", moment(at));
        }
        return values;
    }

    private static String moment(String local) {
        try {
            return LocalDateTime.parse(local)
                    .atZone(Face.current().zone())
                    .toInstant()
                    .toString();
        } catch (DateTimeParseException nonsense) {
            return local;
        }
    }

    private Snapshot customer(UUID id) {
        return records.find(CustomerDescription.NAME, id).orElseThrow(NotFound::new);
    }

    /** An organisation's thread shows notes of its people, so the note may belong to another customer. */
    private Snapshot note(UUID customer, UUID id) {
        customer(customer);
        return records.find(NoteDescription.NAME, id).orElseThrow(NotFound::new);
    }
}

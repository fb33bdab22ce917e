package relais.records.lists;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Writing;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.criteria.CriteriaJson;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import relais.records.types.ViewDescription;
import tools.jackson.databind.node.ObjectNode;

/** Saves, renames, shares and deletes views: each an operation that can be taken back. */
@Service
class ViewWriting {
    private final Records records;
    private final SavedViews views;

    ViewWriting(Records records, SavedViews views) {
        this.records = records;
        this.views = views;
    }

    /** Saves what a list shows under a new name; the operation's result is the view's id. */
    Operated<UUID> create(ListState state, String name, boolean shared) {
        requireShare(shared);
        var values = shown(state);
        values.put("object", state.type().name());
        values.put("name", named(name));
        values.put("shared", shared);
        values.put("owner", Actor.current().id().toString());
        return records.write(
                Intent.of("view.create", named(name)),
                w -> written(w.create(ViewDescription.NAME, values)).id());
    }

    /** Saves what a list shows into the view that it began with. */
    Operated<Outcome> update(ListState state) {
        return change(state.type(), state.view().key(), "view.update", shown(state));
    }

    Operated<Outcome> rename(ObjectType type, String key, String name) {
        var values = Values.object();
        values.put("name", named(name));
        return change(type, key, "view.update", values);
    }

    Operated<Outcome> share(ObjectType type, String key, boolean shared) {
        if (!SavedViews.mayShare()) {
            throw new Refused("view.share");
        }
        var values = Values.object();
        values.put("shared", shared);
        return change(type, key, "view.update", values);
    }

    /** Whoever sees the view has it in the side bar then: its owner, or everybody when it is shared. */
    Operated<Outcome> pin(ObjectType type, String key, boolean pinned) {
        var values = Values.object();
        values.put("pinned", pinned);
        return change(type, key, "view.update", values);
    }

    Operated<Outcome> delete(ObjectType type, String key) {
        var view = editable(type, key);
        return records.write(
                Intent.of("view.delete", view.name()), w -> w.delete(ViewDescription.NAME, id(view), null));
    }

    private Operated<Outcome> change(ObjectType type, String key, String intent, ObjectNode values) {
        var view = editable(type, key);
        return records.write(Intent.of(intent, view.name()), w -> update(w, view, values));
    }

    private static Outcome update(Writing writing, SavedView view, ObjectNode values) {
        return written(writing.update(ViewDescription.NAME, id(view), null, values));
    }

    private static UUID id(SavedView view) {
        UUID id = view.id();
        if (id == null) {
            throw new Refused("view.foreign");
        }
        return id;
    }

    private SavedView editable(ObjectType type, String key) {
        var view = views.find(type, key).orElseThrow(NotFound::new);
        if (!view.editable()) {
            throw new Refused("view.foreign");
        }
        return view;
    }

    private static ObjectNode shown(ListState state) {
        var values = Values.object();
        values.set("criteria", text(CriteriaJson.text(state.criterion())));
        values.set("columns", text(String.join(",", state.chosenColumns())));
        values.set("sort", text(state.sort()));
        return values;
    }

    private static tools.jackson.databind.JsonNode text(@Nullable String text) {
        return text == null || text.isEmpty() ? Values.none() : Values.text(text);
    }

    private static Outcome written(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new Refused(
                    "view.rejected", Labels.problem(rejected.problems().getFirst()));
        }
        return outcome;
    }

    private static String named(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new Refused("view.nameless");
        }
        return stripped.length() > 80 ? stripped.substring(0, 80) : stripped;
    }

    private static void requireShare(boolean shared) {
        if (shared && !SavedViews.mayShare()) {
            throw new Refused("view.share");
        }
    }
}

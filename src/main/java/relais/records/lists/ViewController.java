package relais.records.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.ui.Toasts;
import relais.ui.Words;

/** Saves, renames, shares and deletes views of a list. */
@Controller
class ViewController {
    private static final String VIEWS = "/{plural:[a-z][a-z-]*}/views";

    private final ListStates states;
    private final SavedViews views;
    private final ViewWriting writing;
    private final PinnedViews pinned;

    ViewController(ListStates states, SavedViews views, ViewWriting writing, PinnedViews pinned) {
        this.states = states;
        this.views = views;
        this.writing = writing;
        this.pinned = pinned;
    }

    /** The views in the side bar with how many records each holds. */
    @GetMapping(VIEWS + "/pinned")
    String pinned(@PathVariable String plural, @RequestParam(defaultValue = "") String here, Model model) {
        model.addAttribute("links", pinned.counted(states.type(plural), here));
        return "ui/pinned";
    }

    @PostMapping(VIEWS)
    void create(
            @PathVariable String plural,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response) {
        var saved = writing.create(states.of(ListAddress.of(plural, parameters)), name, shared);
        done(response, plural, saved.result().toString(), "list.view.saved", name.strip(), saved.operation());
    }

    @PostMapping(VIEWS + "/{key}")
    void update(
            @PathVariable String plural,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response) {
        parameters.set("view", key);
        var state = states.of(ListAddress.of(plural, parameters));
        var saved = writing.update(state);
        done(response, plural, key, "list.view.saved", state.view().name(), saved.operation());
    }

    @PostMapping(VIEWS + "/{key}/name")
    void rename(
            @PathVariable String plural,
            @PathVariable String key,
            @RequestParam String name,
            HttpServletResponse response) {
        var saved = writing.rename(states.type(plural), key, name);
        done(response, plural, key, "list.view.renamed", name.strip(), saved.operation());
    }

    @PostMapping(VIEWS + "/{key}/sharing")
    void share(
            @PathVariable String plural,
            @PathVariable String key,
            @RequestParam boolean shared,
            HttpServletResponse response) {
        var type = states.type(plural);
        var saved = writing.share(type, key, shared);
        var name = views.find(type, key).map(SavedView::name).orElse("");
        var said = shared ? "list.view.shared.done" : "list.view.unshared.done";
        done(response, plural, key, said, name, saved.operation());
    }

    @PostMapping(VIEWS + "/{key}/pin")
    void pin(
            @PathVariable String plural,
            @PathVariable String key,
            @RequestParam boolean pinned,
            HttpServletResponse response) {
        var type = states.type(plural);
        var saved = writing.pin(type, key, pinned);
        var name = views.find(type, key).map(SavedView::name).orElse("");
        done(response, plural, key, pinned ? "list.view.pinned" : "list.view.unpinned", name, saved.operation());
    }

    @PostMapping(VIEWS + "/{key}/deletion")
    void delete(@PathVariable String plural, @PathVariable String key, HttpServletResponse response) {
        var type = states.type(plural);
        var name = views.find(type, key).map(SavedView::name).orElse("");
        var deleted = writing.delete(type, key);
        done(response, plural, "", "list.view.deleted", name, deleted.operation());
    }

    private static void done(
            HttpServletResponse response,
            String plural,
            String key,
            String said,
            String name,
            @Nullable UUID operation) {
        if (operation != null) {
            Toasts.undoable(response, Words.t(said, name), operation);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", ListAddress.view(plural, key).href());
    }
}

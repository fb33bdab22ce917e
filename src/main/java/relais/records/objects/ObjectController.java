package relais.records.objects;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.Outcome;
import relais.records.changes.Operated;
import relais.records.forms.Redirects;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.OwnObjectDescription;
import relais.ui.Toasts;
import relais.ui.Words;

/** The settings of one object of the workspace: made, changed, deleted. */
@Controller
@RequestMapping(ObjectView.PATH)
class ObjectController {
    private final ObjectTypes types;
    private final ObjectStore store;
    private final ObjectView view;

    ObjectController(ObjectTypes types, ObjectStore store, ObjectView view) {
        this.types = types;
        this.store = store;
        this.view = view;
    }

    @GetMapping("/new")
    ModelAndView form() {
        require();
        return page(view.fresh(ObjectForm.empty(), Map.of()), 200);
    }

    @PostMapping
    ModelAndView create(@RequestParam MultiValueMap<String, String> params, HttpServletResponse response) {
        require();
        var form = ObjectForm.read(params);
        var problems = view.problems(form, null);
        if (!problems.isEmpty()) {
            return page(view.fresh(form, problems), 422);
        }
        var made = store.create(form);
        say(response, made, "objects.created", form.oneFr());
        var id = ((Outcome.Written) made.result()).id();
        var code = types.own().stream()
                .filter(t -> store.find(t).id().equals(id))
                .map(ObjectType::name)
                .findFirst()
                .orElse("");
        return Redirects.to(ObjectView.PATH + "/" + code);
    }

    @GetMapping("/{object}/edit")
    ModelAndView edit(@PathVariable String object) {
        var type = own(object);
        return page(view.existing(type, ObjectForm.of(store.find(type)), Map.of()), 200);
    }

    @PostMapping("/{object}")
    ModelAndView change(
            @PathVariable String object,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse response) {
        var type = own(object);
        var form = ObjectForm.read(params);
        var problems = view.problems(form, type);
        if (!problems.isEmpty()) {
            return page(view.existing(type, form, problems), 422);
        }
        say(response, store.change(store.find(type), form), "objects.changed", form.oneFr());
        return Redirects.to(ObjectView.PATH + "/" + object);
    }

    @PostMapping("/{object}/deletion")
    ModelAndView delete(@PathVariable String object, HttpServletResponse response) {
        var type = own(object);
        var name = store.find(type).text("oneFr");
        say(response, store.delete(type), "objects.deleted", name);
        return Redirects.to(ObjectView.PATH);
    }

    private static void require() {
        Actor.current().require(OwnObjectDescription.NAME, Action.CONFIGURE);
    }

    private ObjectType own(String object) {
        require();
        return types.find(object).filter(t -> t.own() != null).orElseThrow(NotFound::new);
    }

    private static void say(HttpServletResponse response, Operated<Outcome> done, String key, @Nullable String name) {
        if (done.result() instanceof Outcome.Rejected rejected) {
            throw new IllegalStateException("The form let through " + rejected.problems());
        }
        var operation = done.operation();
        if (operation == null) {
            Toasts.plain(response, Words.t("fields.unchanged"));
        } else {
            Toasts.undoable(response, Words.t(key, String.valueOf(name)), operation);
        }
    }

    private static ModelAndView page(ObjectPages.Form page, int status) {
        var answer = new ModelAndView("records/objects/form", Map.of("page", page));
        answer.setStatus(org.springframework.http.HttpStatusCode.valueOf(status));
        return answer;
    }
}

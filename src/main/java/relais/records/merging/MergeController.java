package relais.records.merging;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import relais.platform.web.LocalPath;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.forms.Redirects;
import relais.records.types.ObjectTypes;
import relais.ui.Toasts;
import relais.ui.Words;

/** Several records become one, one becomes several again, and two are said not to be the same. */
@Controller
@RequestMapping("/merges")
class MergeController {
    private final ObjectTypes types;
    private final Merges merges;
    private final MergeView view;
    private final Separations separations;
    private final SeparationView separation;
    private final Verdicts verdicts;

    MergeController(
            ObjectTypes types,
            Merges merges,
            MergeView view,
            Separations separations,
            SeparationView separation,
            Verdicts verdicts) {
        this.types = types;
        this.merges = merges;
        this.view = view;
        this.separations = separations;
        this.separation = separation;
        this.verdicts = verdicts;
    }

    @GetMapping("/new")
    ModelAndView form(
            @RequestParam(defaultValue = "customer") String object,
            @RequestParam(defaultValue = "false") boolean first,
            @RequestParam(defaultValue = "") String back,
            @RequestParam MultiValueMap<String, String> parameters) {
        allowed(object);
        return new ModelAndView(
                "records/merging/merge",
                Map.of("page", view.of(object, ids(parameters, "id"), first, Map.of(), "", LocalPath.or(back, ""))));
    }

    private void allowed(String object) {
        Merges.require(types.open(object).orElseThrow(NotFound::new));
    }

    @PostMapping
    ModelAndView merge(
            @RequestParam(defaultValue = "customer") String object,
            @RequestParam(defaultValue = "") String back,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        allowed(object);
        var ids = ids(form, "id");
        if (ids.isEmpty()) {
            throw new Refused("merge.alone");
        }
        var chosen = chosen(form);
        try {
            var request = new Merges.Request(
                    object, ids.getFirst(), List.copyOf(ids.subList(1, ids.size())), chosen, versions(form, ids));
            var done = merges.merge(request);
            var title = done.result().title();
            if (done.operation() != null) {
                Toasts.undoable(
                        response,
                        Words.t("merge.done", title, done.result().others().size()),
                        done.operation());
            }
            var card = "/" + types.of(object).plural() + "/" + done.result().survivor();
            return Redirects.to(LocalPath.or(back, card));
        } catch (Refused refused) {
            return again(object, ids, chosen, refused, back);
        }
    }

    /** The same form with the reason, unless the records themselves are the reason. */
    private ModelAndView again(
            String object, List<UUID> ids, Map<String, List<UUID>> chosen, Refused refused, String back) {
        if (!List.of("merge.stale", "merge.rejected", "merge.unseen", "merge.large")
                .contains(refused.code())) {
            throw refused;
        }
        var problem = Words.t("refused." + refused.code(), refused.args().toArray());
        var page = view.of(object, ids, true, chosen, problem, LocalPath.or(back, ""));
        var answer = new ModelAndView("records/merging/merge", Map.of("page", page));
        answer.setStatus(HttpStatus.CONFLICT);
        return answer;
    }

    private static Map<String, List<UUID>> chosen(MultiValueMap<String, String> form) {
        var chosen = new LinkedHashMap<String, List<UUID>>();
        form.getOrDefault("field", List.of()).forEach(f -> chosen.put(f, ids(form, "from." + f)));
        return chosen;
    }

    private static Map<UUID, Integer> versions(MultiValueMap<String, String> form, List<UUID> ids) {
        var versions = new HashMap<UUID, Integer>();
        for (var id : ids) {
            var version = Objects.requireNonNullElse(form.getFirst("version." + id), "");
            if (version.matches("\\d{1,9}")) {
                versions.put(id, Integer.valueOf(version));
            }
        }
        return versions;
    }

    private static List<UUID> ids(MultiValueMap<String, String> form, String name) {
        var ids = new ArrayList<UUID>();
        for (var text : form.getOrDefault(name, List.of())) {
            if (text.isBlank()) {
                continue; // nobody was chosen
            }
            if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                throw new Refused("merge.unknown");
            }
            ids.add(UUID.fromString(text));
        }
        return ids;
    }

    /** Two records are not the same. */
    @PostMapping("/distinctions")
    ModelAndView distinct(
            @RequestParam(defaultValue = "customer") String object,
            @RequestParam(defaultValue = "") String back,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        Actor.current().require(types.open(object).orElseThrow(NotFound::new).name(), Action.UPDATE);
        var ids = ids(form, "id");
        if (ids.size() != 2) {
            throw new Refused("merge.unknown");
        }
        var done = verdicts.separate(object, ids.get(0), ids.get(1));
        if (done.operation() != null) {
            Toasts.undoable(response, Words.t("merge.distinct", done.result()), done.operation());
        }
        return Redirects.to(LocalPath.or(back, "/" + types.of(object).plural() + "/" + ids.getFirst()));
    }

    /** The merges that led to a record, each of which can be taken apart. */
    @GetMapping("/of/{object}/{id:[0-9a-f-]{36}}")
    ModelAndView of(@PathVariable String object, @PathVariable UUID id) {
        var type = types.open(object).orElseThrow(NotFound::new);
        Actor.current().require(type.name(), Action.UPDATE);
        var page = separation.history(type, id);
        return page.merges().size() == 1
                ? Redirects.to(page.merges().getFirst().href())
                : new ModelAndView("records/merging/history", Map.of("page", page));
    }

    /** What taking this merge apart would do. */
    @GetMapping("/{operation:[0-9a-f-]{36}}")
    ModelAndView explain(@PathVariable UUID operation) {
        return new ModelAndView("records/merging/separation", Map.of("page", separation.of(operation)));
    }

    @PostMapping("/{operation:[0-9a-f-]{36}}/separation")
    ModelAndView separate(
            @PathVariable UUID operation,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var given = new HashMap<UUID, UUID>();
        ids(form, "since").forEach(id -> ids(form, "to." + id).forEach(to -> given.put(id, to)));
        var plan = separations.plan(operation);
        var done = separations.separate(operation, given);
        Toasts.undoable(
                response,
                Words.t(
                        "merge.separated",
                        plan.others().stream()
                                .map(o -> o.title())
                                .reduce((a, b) -> a + ", " + b)
                                .orElse(""),
                        done.undone().kept(),
                        done.undone().blocked()),
                done.undone().operation());
        return Redirects.to(
                "/" + plan.survivor().type().plural() + "/" + done.others().getFirst());
    }
}

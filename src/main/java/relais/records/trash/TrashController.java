package relais.records.trash;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.text.Fold;
import relais.platform.web.Refused;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.ui.Leave;
import relais.ui.Toasts;
import relais.ui.Words;

/** Shows the trash, brings records back from it, and takes them away for good. */
@Controller
class TrashController {
    private static final String VIEW = "records/trash/index";
    private static final String PLURAL = "/{plural:[a-z][a-z0-9_-]*}";

    private final Trash trash;
    private final TrashView view;

    TrashController(Trash trash, TrashView view) {
        this.trash = trash;
        this.view = view;
    }

    @GetMapping(TrashView.PATH)
    @Nullable
    String first(HttpServletResponse response) {
        return Leave.to(TrashView.path(view.first()), response);
    }

    @GetMapping(TrashView.PATH + PLURAL)
    String list(
            @PathVariable String plural,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        model.addAttribute("page", view.show(view.type(plural), q, after, Map.of()));
        return VIEW;
    }

    @PostMapping(TrashView.PATH + PLURAL + "/restoration")
    @Nullable
    String restore(
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            Model model) {
        var type = view.type(plural);
        var done = trash.restore(type, ids(form), "true".equals(form.getFirst("without")));
        var back = done.result().back().size();
        if (done.operation() != null && back > 0) {
            Toasts.undoable(
                    response,
                    Words.t("trash.restored", back, Labels.object(type), Labels.objects(type)),
                    done.operation());
        }
        if (done.result().refused().isEmpty()) {
            return Leave.to(TrashView.path(type), response);
        }
        response.setStatus(422);
        Map<UUID, List<Problem>> refused = new HashMap<>(done.result().refused());
        model.addAttribute("page", view.show(type, "", null, refused));
        return VIEW;
    }

    @PostMapping(TrashView.PATH + PLURAL + "/deletion")
    @Nullable
    String purge(
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            Model model) {
        var type = view.type(plural);
        Actor.current().require("workspace", Action.CONFIGURE);
        var typed = form.getFirst("typed");
        if (!Fold.key(Objects.requireNonNullElse(typed, "")).equals(Fold.key(Words.t("trash.word")))) {
            response.setStatus(typed == null ? 200 : 422);
            model.addAttribute("page", view.confirmation(type, ids(form), typed != null));
            return "records/trash/confirmation";
        }
        trash.purge(type, ids(form));
        Toasts.plain(response, said(type, ids(form).size()));
        return Leave.to(TrashView.path(type), response);
    }

    private static String said(ObjectType type, int count) {
        return Words.t("trash.purged", count, Labels.object(type), Labels.objects(type));
    }

    @PostMapping(TrashView.PATH + "/term")
    @Nullable
    String term(@RequestParam(defaultValue = "") String days, HttpServletResponse response) {
        int kept = days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0;
        trash.keep(kept);
        Toasts.plain(response, Words.t("trash.kept", kept));
        return Leave.to(TrashView.PATH, response);
    }

    private static List<UUID> ids(MultiValueMap<String, String> form) {
        try {
            return form.getOrDefault("id", List.of()).stream()
                    .distinct()
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException noId) {
            throw new Refused("bulk.unknown", "id");
        }
    }
}

package relais.records.fields;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.NotFound;
import relais.records.Outcome;
import relais.records.changes.Operated;
import relais.records.types.Choice;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.ui.Toasts;
import relais.ui.Words;

/** The settings of objects and fields. */
@Controller
@RequestMapping(ObjectsTab.PATH)
class FieldsController {
    private static final String VIEW = "records/fields/index";

    private final ObjectTypes types;
    private final FieldStore store;
    private final FieldView view;

    FieldsController(ObjectTypes types, FieldStore store, FieldView view) {
        this.types = types;
        this.store = store;
        this.view = view;
    }

    @GetMapping
    String first() {
        ObjectsTab.require();
        return "redirect:" + ObjectsTab.PATH + "/"
                + RecordObjects.described(types).getFirst().name();
    }

    @GetMapping("/{object}")
    String fields(@PathVariable String object, Model model) {
        return page(model, type(object), null);
    }

    @GetMapping("/{object}/fill")
    String fill(@PathVariable String object, Model model) {
        model.addAttribute("page", view.filled(type(object)));
        return "records/fields/filled";
    }

    @GetMapping("/{object}/fields/new")
    String fresh(@PathVariable String object, Model model) {
        var type = type(object);
        return page(model, type, view.fresh(type, FieldForm.empty(type), Map.of()));
    }

    @GetMapping("/{object}/fields/{id}")
    String one(@PathVariable String object, @PathVariable UUID id, Model model) {
        var type = type(object);
        var field = store.find(type, id);
        var described = store.described(type, field);
        if (described.derivation() != null) {
            return "redirect:" + ObjectsTab.PATH + "/" + type.name() + FieldWords.place(described) + id;
        }
        var form = FieldForm.of(described);
        return page(model, type, view.existing(type, field, form, Map.of()));
    }

    @PostMapping("/{object}/fields")
    @Nullable
    String add(
            @PathVariable String object,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse response,
            Model model) {
        var type = type(object);
        var form = FieldForm.read(params, null);
        var problems = problems(type, form, "", Set.of());
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(model, type, view.fresh(type, form, problems));
        }
        return done(response, added(type, form), "fields.added", form.labelFr(), type);
    }

    private Operated<Outcome> added(ObjectType type, FieldForm form) {
        try {
            return store.add(type, form);
        } catch (DuplicateKeyException another) {
            // Somebody added a field with the same code in the same moment; now it is known.
            return store.add(type, form);
        }
    }

    @PostMapping("/{object}/fields/{id}")
    @Nullable
    String change(
            @PathVariable String object,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse response,
            Model model) {
        var type = type(object);
        var field = store.find(type, id);
        var form = FieldForm.read(params, FieldType.valueOf(field.text("type")));
        var problems = problems(type, form, "custom." + field.text("code"), codes(type, field));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(model, type, view.existing(type, field, form, problems));
        }
        return done(response, store.change(field, form), "fields.changed", form.labelFr(), type);
    }

    private static Map<String, String> sectionProblem(ObjectType type, FieldForm form) {
        return FieldView.sectionNames(type).contains(form.section())
                ? Map.of()
                : Map.of("section", "fields.wrong.section");
    }

    private Map<String, String> problems(ObjectType type, FieldForm form, String own, Set<String> codes) {
        var problems = form.problems(store.takenLabels(type, own), codes);
        boolean known =
                FieldView.targets(types).stream().anyMatch(o -> o.value().equals(form.target()));
        if (own.isEmpty() && form.linking() && !known) {
            problems.put("target", "fields.wrong.target");
        }
        problems.putAll(sectionProblem(type, form));
        return problems;
    }

    private Set<String> codes(ObjectType type, Snapshot field) {
        return store.described(type, field).choices().stream().map(Choice::code).collect(Collectors.toSet());
    }

    private ObjectType type(String object) {
        ObjectsTab.require();
        return RecordObjects.described(types).stream()
                .filter(t -> t.name().equals(object))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String page(Model model, ObjectType type, FieldPages.@Nullable Pane pane) {
        model.addAttribute("page", view.show(type, pane));
        return VIEW;
    }

    static @Nullable String done(
            HttpServletResponse response, Operated<?> done, String key, String name, ObjectType type) {
        if (done.result() instanceof Outcome.Rejected rejected) {
            throw new IllegalStateException("The form let through " + rejected.problems());
        }
        var operation = done.operation();
        if (operation == null) {
            Toasts.plain(response, Words.t("fields.unchanged"));
        } else {
            Toasts.undoable(response, Words.t(key, name), operation);
        }
        response.setStatus(303);
        response.setHeader("Location", ObjectsTab.PATH + "/" + type.name());
        return null;
    }
}

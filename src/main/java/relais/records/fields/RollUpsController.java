package relais.records.fields;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.NotFound;
import relais.records.rollups.RollUpDesigns;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;

/** Fields that are figured over related records: made and changed. */
@Controller
@RequestMapping(ObjectsTab.PATH + "/{object}/rollups")
class RollUpsController {
    private final ObjectTypes types;
    private final FieldStore fields;
    private final DerivedStore store;
    private final DerivedView view;
    private final RollUpDesigns designs;

    RollUpsController(
            ObjectTypes types, FieldStore fields, DerivedStore store, DerivedView view, RollUpDesigns designs) {
        this.types = types;
        this.fields = fields;
        this.store = store;
        this.view = view;
        this.designs = designs;
    }

    /** The form, with what was chosen so far. */
    @GetMapping("/new")
    String fresh(@PathVariable String object, @RequestParam MultiValueMap<String, String> params, Model model) {
        var type = view.type(object);
        var form = params.containsKey("way") ? RollUpForm.read(params) : RollUpForm.empty();
        return view.page(model, type, view.rollUp(type, null, form, Map.of()));
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String object,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> params,
            Model model) {
        var type = view.type(object);
        var record = fields.find(type, id);
        var field = described(type, record);
        var form = params.containsKey("way") ? RollUpForm.read(params) : form(field);
        return view.page(model, type, view.rollUp(type, record, form, Map.of()));
    }

    private RollUpForm form(Field field) {
        var described = (Derivation.RollUp) Objects.requireNonNull(field.derivation());
        return new RollUpForm(
                view.names(field),
                described.path(),
                described.figure(),
                described.field() == null ? "" : described.field(),
                RollUpRows.conditions(described.where()));
    }

    @PostMapping
    @Nullable
    String add(
            @PathVariable String object,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse response,
            Model model) {
        return save(view.type(object), null, RollUpForm.read(params), response, model);
    }

    @PostMapping("/{id}")
    @Nullable
    String change(
            @PathVariable String object,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse response,
            Model model) {
        var type = view.type(object);
        return save(type, fields.find(type, id), RollUpForm.read(params), response, model);
    }

    private @Nullable String save(
            ObjectType type, @Nullable Snapshot record, RollUpForm form, HttpServletResponse response, Model model) {
        var own = record == null ? null : described(type, record);
        var described = described(type, form);
        var problems = new LinkedHashMap<>(store.problems(type, form.names(), own == null ? "" : own.name()));
        designs.problem(type, described, own).ifPresent(p -> problems.put(p.field(), Labels.problem(p)));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return view.page(model, type, view.rollUp(type, record, form, problems));
        }
        var derivation = Values.object();
        derivation.put("rollUp", described.json());
        var result = designs.result(type, described).orElse(FieldType.NUMBER);
        return store.done(
                response, store.save(type, record, form.names(), result, derivation), record, form.names(), type);
    }

    private Derivation.RollUp described(ObjectType type, RollUpForm form) {
        boolean count = form.figure() == Derivation.Figure.COUNT;
        var where = designs.way(type, form.way())
                .map(w -> RollUpRows.where(w.over(), form.conditions()))
                .orElse(null);
        return new Derivation.RollUp(
                form.way(), form.figure(), count || form.measured().isEmpty() ? null : form.measured(), where);
    }

    private Field described(ObjectType type, Snapshot record) {
        var field = types.of(type.name()).required("custom." + record.text("code"));
        if (!(field.derivation() instanceof Derivation.RollUp)) {
            throw new NotFound();
        }
        return field;
    }
}

package relais.records.fields;

import static relais.records.fields.DerivedStore.text;

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
import relais.records.formulas.Formula;
import relais.records.formulas.FormulaChecks;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;

/** Fields that are computed from others: made, changed, and tried while they are typed. */
@Controller
@RequestMapping(ObjectsTab.PATH + "/{object}/formulas")
class FormulasController {
    private final ObjectTypes types;
    private final FieldStore fields;
    private final DerivedStore store;
    private final DerivedView view;
    private final FormulaChecking checking;

    FormulasController(
            ObjectTypes types, FieldStore fields, DerivedStore store, DerivedView view, FormulaChecking checking) {
        this.types = types;
        this.fields = fields;
        this.store = store;
        this.view = view;
        this.checking = checking;
    }

    @GetMapping("/new")
    String fresh(@PathVariable String object, Model model) {
        var type = view.type(object);
        var names = new DerivedStore.Names("", "", "custom");
        return view.page(model, type, view.formula(type, null, names, "", Map.of()));
    }

    @GetMapping("/{id}")
    String one(@PathVariable String object, @PathVariable UUID id, Model model) {
        var type = view.type(object);
        var record = fields.find(type, id);
        var field = described(type, record);
        var text = field.derivation() instanceof Derivation.Formula formula ? formula.text() : "";
        return view.page(
                model,
                type,
                view.formula(type, record, view.names(field), FormulaChecking.shown(text, type), Map.of()));
    }

    /** What a formula comes to; asked for while it is typed. */
    @GetMapping("/check")
    String check(
            @PathVariable String object,
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam @Nullable UUID id,
            @RequestParam(defaultValue = "formula") String input,
            Model model) {
        var type = view.type(object);
        var formula = text(params, input);
        var own = id == null ? null : described(type, fields.find(type, id));
        boolean rule = !input.equals("formula");
        var reading = rule ? FormulaChecks.rule(formula, type) : checking.read(formula, type, own);
        model.addAttribute(
                "checked",
                formula.isEmpty() ? DerivedPages.Checked.NOTHING : checking.checked(formula, type, reading, true));
        return "records/fields/checked";
    }

    @PostMapping
    @Nullable
    String add(
            @PathVariable String object,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse response,
            Model model) {
        return save(view.type(object), null, params, response, model);
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
        return save(type, fields.find(type, id), params, response, model);
    }

    private @Nullable String save(
            ObjectType type,
            @Nullable Snapshot record,
            MultiValueMap<String, String> params,
            HttpServletResponse response,
            Model model) {
        var names = DerivedStore.Names.read(params);
        var own = record == null ? null : described(type, record);
        var problems = new LinkedHashMap<>(store.problems(type, names, own == null ? "" : own.name()));
        var reading = checking.read(text(params, "formula"), type, own);
        if (reading instanceof Formula.Reading.Bad bad) {
            problems.put("formula", bad.mistake().sentence());
        }
        if (!problems.isEmpty() || !(reading instanceof Formula.Reading.Good good)) {
            response.setStatus(422);
            return view.page(model, type, view.formula(type, record, names, text(params, "formula"), problems));
        }
        var derivation = Values.object();
        derivation.put("formula", good.formula().kept());
        derivation.put("reads", String.join(" ", good.formula().reads()));
        var result = Objects.requireNonNull(good.formula().fieldType());
        return store.done(response, store.save(type, record, names, result, derivation), record, names, type);
    }

    private Field described(ObjectType type, Snapshot record) {
        var field = types.of(type.name()).required("custom." + record.text("code"));
        if (!(field.derivation() instanceof Derivation.Formula)) {
            throw new NotFound();
        }
        return field;
    }
}

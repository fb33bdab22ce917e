package relais.records.fields;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import relais.records.SingleValues;
import relais.records.formulas.Formula;
import relais.records.formulas.FormulaChecks;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.ui.Face;
import relais.ui.Words;

/** What a workspace asks of the values of a field, standard or own. */
@Controller
@RequestMapping(ObjectsTab.PATH + "/{object}/rules/{field}")
class RulesController {
    private static final int LONGEST = 200;

    private final DerivedView view;
    private final RuleStore store;
    private final SingleValues single;

    RulesController(DerivedView view, RuleStore store, SingleValues single) {
        this.view = view;
        this.store = store;
        this.single = single;
    }

    @GetMapping
    String show(@PathVariable String object, @PathVariable String field, Model model) {
        var type = view.type(object);
        var asked = field(type, field);
        return view.page(model, type, view.rule(type, asked, view.form(type, asked, asked.rule()), Map.of()));
    }

    @PostMapping
    @Nullable
    String save(
            @PathVariable String object,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse response,
            Model model) {
        var type = view.type(object);
        var asked = field(type, field);
        var form = RuleForm.read(params);
        var problems = problems(type, asked, form);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return view.page(model, type, view.rule(type, asked, form, problems));
        }
        var preset =
                PresetText.read(type, asked, form.preset(), Face.language()).kept();
        var saved = store.save(type, asked, form, preset);
        return FieldsController.done(
                response,
                saved,
                "fields.ruled",
                view.rule(type, asked, form, Map.of()).title(),
                type);
    }

    private static Field field(ObjectType type, String name) {
        return type.field(name)
                .filter(f -> f.derivation() == null && f.writable())
                .orElseThrow(NotFound::new);
    }

    private Map<String, String> problems(ObjectType type, Field field, RuleForm form) {
        var problems = new LinkedHashMap<String, String>();
        rule(type, "valid", form.valid(), problems);
        rule(type, "requiredWhen", form.requiredWhen(), problems);
        if (!form.valid().isEmpty() && form.messageFr().isEmpty()) {
            problems.put("messageFr", Words.t("fields.rules.message.missing"));
        }
        if (form.messageFr().length() > LONGEST || form.messageEn().length() > LONGEST) {
            problems.put("messageFr", Words.t("fields.rules.message.long"));
        }
        var preset =
                PresetText.read(type, field, form.preset(), Face.language()).problem();
        if (preset != null) {
            problems.put("preset", preset);
        }
        if (form.single()) {
            single(type, field).ifPresent(s -> problems.put("single", s));
        }
        return problems;
    }

    private Optional<String> single(ObjectType type, Field field) {
        if (!SingleValues.fits(field)) {
            return Optional.of(Words.t("fields.rules.single.unfit"));
        }
        boolean already = field.rule() != null && field.rule().single();
        return already ? Optional.empty() : single.twice(type, field).map(v -> Words.t("refused.rule.twice", v));
    }

    private static void rule(ObjectType type, String input, String text, Map<String, String> problems) {
        if (!text.isEmpty() && FormulaChecks.rule(text, type) instanceof Formula.Reading.Bad bad) {
            problems.put(input, bad.mistake().sentence());
        }
    }
}

package relais.records.criteria.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.NotFound;
import relais.records.criteria.Criteria;
import relais.records.criteria.Criterion;
import relais.records.lists.ListAddress;
import relais.records.lists.ListState;
import relais.records.lists.ListStates;
import relais.records.lists.ListWords;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.ui.Option;
import relais.ui.Words;

/** What opens when a word of the criteria is pressed: kinds of a group, fields, one condition. */
@Controller
class WordController {
    private static final String FOLDER = "records/criteria/editor/";

    private final ListStates states;
    private final ConditionForms forms;
    private final RelatedForms related;
    private final RelatedInput relatedInput;
    private final ConditionInput input;
    private final Criteria criteria;

    WordController(
            ListStates states,
            ConditionForms forms,
            RelatedForms related,
            RelatedInput relatedInput,
            ConditionInput input,
            Criteria criteria) {
        this.states = states;
        this.forms = forms;
        this.related = related;
        this.relatedInput = relatedInput;
        this.input = input;
        this.criteria = criteria;
    }

    @GetMapping("/{plural:[a-z][a-z-]*}/criteria/word")
    String word(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        var state = states.of(ListAddress.of(plural, parameters));
        var place = Tree.place(EditorController.first(parameters, "place"));
        var here = Tree.at(Tree.rooted(state.criterion()), place).orElseThrow(NotFound::new);
        var what = EditorController.first(parameters, "what");
        var field = EditorController.first(parameters, "field");
        var path = EditorController.first(parameters, "related");
        if (what.equals("kind")) {
            model.addAttribute("kinds", kinds(state, place, here));
            return FOLDER + "kinds";
        }
        boolean again = what.equals("form");
        if (!path.isEmpty() || again && here instanceof Criterion.Related) {
            return relatedForm(state, place, here, parameters, model);
        }
        if (field.isEmpty() && !(again && here instanceof Criterion.Test)) {
            var fields = forms.choose(state.type(), f -> chosen(state, place, here, "field", f.name()));
            var groups = new ArrayList<>(fields.groups());
            groups.add(related.group(state.type(), r -> chosen(state, place, here, "related", r)));
            model.addAttribute("choose", new ConditionPages.Choose(groups));
            return FOLDER + "choose";
        }
        return conditionForm(state, place, here, parameters, model);
    }

    private String conditionForm(
            ListState state,
            List<Integer> place,
            Criterion here,
            MultiValueMap<String, String> parameters,
            Model model) {
        var named = EditorController.first(parameters, "field");
        var name = named.isEmpty() && here instanceof Criterion.Test t ? t.field() : named;
        var field = state.type().field(name).orElse(null);
        if (field == null) {
            model.addAttribute(
                    "choose", forms.choose(state.type(), f -> chosen(state, place, here, "field", f.name())));
            return FOLDER + "choose";
        }
        var test = test(field, here, parameters);
        var error = here.equals(test)
                ? criteria.problem(state.type(), test).map(Labels::problem).orElse(null)
                : null;
        model.addAttribute("form", forms.form(state.type(), field, test, places(state, place, here), error));
        return FOLDER + "condition";
    }

    private Criterion.Test test(Field field, Criterion here, MultiValueMap<String, String> parameters) {
        var op = EditorController.first(parameters, "op");
        if (op.isEmpty() && here instanceof Criterion.Test now && now.field().equals(field.name())) {
            return now;
        }
        return input.read(field, ConditionForms.operator(field, op), EditorController.all(parameters, "value"));
    }

    private String relatedForm(
            ListState state,
            List<Integer> place,
            Criterion here,
            MultiValueMap<String, String> parameters,
            Model model) {
        var name = EditorController.first(parameters, "related");
        var stands = here instanceof Criterion.Related r && (name.isEmpty() || name.equals(r.path())) ? r : null;
        var path = related.path(state.type(), stands == null ? name : stands.path())
                .orElseThrow(NotFound::new);
        var now = parameters.containsKey("measure") ? relatedInput.read(path, parameters) : stands;
        boolean judged = now != null && now.equals(stands);
        model.addAttribute("related", related.form(state.type(), path, now, places(state, place, here), judged));
        return FOLDER + "related";
    }

    private static EditorPages.Kinds kinds(ListState state, List<Integer> place, Criterion here) {
        var kinds = Stream.of("all", "any", "none")
                .map(k -> new Option(k, Words.t("criteria.group." + k)))
                .toList();
        return new EditorPages.Kinds(
                "/" + state.type().plural() + "/criteria",
                along(state, place, "kind"),
                Tree.Kind.of(here).name().toLowerCase(Locale.ROOT),
                kinds);
    }

    /** A new condition goes into its group, another one takes the place of what stands there. */
    private static String verb(Criterion here) {
        return Tree.group(here) ? "add" : "set";
    }

    private static List<Map.Entry<String, String>> along(ListState state, List<Integer> place, String verb) {
        var along = new ArrayList<>(state.address().at(null).without());
        along.add(Map.entry("do", verb));
        along.add(Map.entry("place", EditorView.text(place)));
        return along;
    }

    private static ConditionForms.Places places(ListState state, List<Integer> place, Criterion here) {
        var editor = "/" + state.type().plural() + "/criteria";
        return new ConditionForms.Places(
                editor, editor + "/word", along(state, place, verb(here)), word(state, place, "field"), true);
    }

    private static String word(ListState state, List<Integer> place, String what) {
        var href = state.address().at(null).href("/criteria/word");
        return ListWords.more(ListWords.more(href, "place", EditorView.text(place)), "what", what);
    }

    private static String chosen(ListState state, List<Integer> place, Criterion here, String name, String value) {
        return ListWords.more(word(state, place, verb(here)), name, value);
    }
}

package relais.records.criteria.editor;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.platform.web.Refused;
import relais.records.criteria.Criterion;
import relais.records.lists.ListState;

/** Carries out what a form of the editor asks for. */
@Component
class Edits {
    private final ConditionInput input;
    private final RelatedForms related;
    private final RelatedInput relatedInput;

    Edits(ConditionInput input, RelatedForms related, RelatedInput relatedInput) {
        this.input = input;
        this.related = related;
        this.relatedInput = relatedInput;
    }

    Tree.Changed apply(ListState state, MultiValueMap<String, String> form) {
        var root = Tree.rooted(state.criterion());
        var asked = EditorController.first(form, "do");
        int colon = asked.indexOf(':');
        var verb = colon < 0 ? asked : asked.substring(0, colon);
        var place = Tree.place(colon < 0 ? EditorController.first(form, "place") : asked.substring(colon + 1));
        if (Tree.at(root, place).isEmpty()) {
            throw new Refused("editor.gone");
        }
        return switch (verb) {
            case "set" -> Tree.put(root, place, condition(state, form));
            case "add" -> Tree.add(root, place, condition(state, form));
            case "group" -> Tree.add(root, place, new Criterion.Any(List.of()));
            case "kind" -> Tree.kind(root, place, Tree.Kind.named(EditorController.first(form, "kind")));
            case "remove" -> Tree.remove(root, place);
            case "up" -> Tree.move(root, place, -1);
            case "down" -> Tree.move(root, place, 1);
            case "wrap" -> Tree.wrap(root, place);
            default -> throw new Refused("editor.unknown", verb);
        };
    }

    private Criterion condition(ListState state, MultiValueMap<String, String> form) {
        var type = state.type();
        var path = related.path(type, EditorController.first(form, "related"));
        if (path.isPresent()) {
            return relatedInput.read(path.get(), form);
        }
        var field = type.field(EditorController.first(form, "field"))
                .orElseThrow(() -> new Refused("editor.unknown", EditorController.first(form, "field")));
        var operator = ConditionForms.operator(field, EditorController.first(form, "op"));
        return input.read(field, operator, EditorController.all(form, "value"));
    }
}

package relais.records.criteria.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.CriteriaSentences;
import relais.records.criteria.CriteriaWords;
import relais.records.criteria.Criterion;
import relais.records.lists.ListAddress;
import relais.records.lists.ListState;
import relais.records.lists.ListWords;
import relais.records.lists.SavedViews;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Words;

/** Makes the page of the criteria editor. */
@Component
class EditorView {
    private final ObjectTypes types;
    private final Criteria criteria;
    private final CriteriaWords words;
    private final CriteriaSentences sentences;

    EditorView(ObjectTypes types, Criteria criteria, CriteriaWords words, CriteriaSentences sentences) {
        this.sentences = sentences;
        this.types = types;
        this.criteria = criteria;
        this.words = words;
    }

    EditorPages.Show show(ListState state, @Nullable List<Integer> focus) {
        var type = state.type();
        var root = Tree.rooted(state.criterion());
        var address = state.address().at(null).filtered(CriteriaJson.text(root));
        var view = state.view();
        var sentence = sentences.of(type, sound(type, root));
        return new EditorPages.Show(
                type.plural(),
                Words.t("editor.title"),
                view.id() == null ? "" : Words.t("editor.of", view.name()),
                sentence.isEmpty()
                        ? Words.t("editor.everything", ListWords.capitalised(Labels.objects(type)))
                        : Words.t("editor.sentence", ListWords.capitalised(Labels.objects(type)), sentence),
                state.address().href(),
                address.href(),
                group(type, root, List.of(), focus, address),
                address.href("/criteria/estimate"),
                address.without(),
                view.editable() ? view.key() : null,
                SavedViews.mayShare());
    }

    /** The criteria without what is wrong in them. */
    Criterion sound(ObjectType type, Criterion criterion) {
        if (!Tree.group(criterion)) {
            return criterion;
        }
        return Tree.of(
                Tree.Kind.of(criterion),
                Tree.inside(criterion).stream()
                        .filter(c -> criteria.problem(type, c).isEmpty())
                        .map(c -> sound(type, c))
                        .toList());
    }

    static String id(List<Integer> place) {
        return "c" + place.stream().map(i -> "-" + i).collect(Collectors.joining());
    }

    static String text(List<Integer> place) {
        return place.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private EditorPages.Group group(
            ObjectType type, Criterion group, List<Integer> place, @Nullable List<Integer> focus, ListAddress address) {
        var nodes = new ArrayList<EditorPages.Node>();
        var inside = Tree.inside(group);
        for (int i = 0; i < inside.size(); i++) {
            var child = Tree.child(place, i);
            nodes.add(
                    Tree.group(inside.get(i))
                            ? group(type, inside.get(i), child, focus, address)
                            : condition(type, inside.get(i), child, focus, address));
        }
        var kind = Tree.Kind.of(group).name().toLowerCase(Locale.ROOT);
        boolean root = place.isEmpty();
        return new EditorPages.Group(
                text(place),
                id(place),
                root,
                type.icon(),
                root ? ListWords.capitalised(Labels.object(type)) : "",
                word(address, place, "kind"),
                Words.t((root ? "editor.root." : "criteria.group.") + kind),
                word(address, place, "add"),
                nodes,
                place.equals(focus));
    }

    private EditorPages.Condition condition(
            ObjectType type,
            Criterion criterion,
            List<Integer> place,
            @Nullable List<Integer> focus,
            ListAddress address) {
        var problem = criteria.problem(type, criterion);
        return new EditorPages.Condition(
                text(place),
                id(place),
                word(address, place, "field"),
                criterion instanceof Criterion.Related r
                        ? counted(type, r)
                        : words.phrase(type, criterion).subject(),
                criterion instanceof Criterion.Related r ? words(type, r) : words(type, criterion),
                word(address, place, "form"),
                problem.map(Labels::problem).orElse(""),
                place.equals(focus));
    }

    private List<EditorPages.Word> words(ObjectType type, Criterion criterion) {
        var phrase = words.phrase(type, criterion);
        var all = new ArrayList<EditorPages.Word>();
        all.add(new EditorPages.Word(phrase.operator(), false));
        if (criterion instanceof Criterion.Test test && test.values().size() > 1) {
            type.field(test.field())
                    .ifPresent(f -> test.values()
                            .forEach(v ->
                                    all.add(new EditorPages.Word(words.value(type, f, test.operator(), v), true))));
        } else if (!phrase.value().isEmpty()) {
            all.add(new EditorPages.Word(phrase.value(), true));
        }
        return all;
    }

    private String counted(ObjectType type, Criterion.Related related) {
        return words.phrase(
                        type,
                        new Criterion.Related(
                                related.path(),
                                related.aggregate(),
                                related.field(),
                                null,
                                related.operator(),
                                related.values()))
                .subject();
    }

    /** The period and the kind that narrow what is counted, then the comparison. */
    private List<EditorPages.Word> words(ObjectType type, Criterion.Related related) {
        var all = new ArrayList<EditorPages.Word>();
        var path = type.relations().stream()
                .filter(r -> r.name().equals(related.path()))
                .findFirst();
        if (related.where() != null && path.isPresent()) {
            var other = types.of(path.get().object());
            Tree.inside(Tree.rooted(related.where())).forEach(c -> {
                boolean period = c instanceof Criterion.Test t && t.operator().days();
                if (!period) {
                    all.add(new EditorPages.Word(words.phrase(other, c).subject(), false));
                }
                all.addAll(words(other, c));
            });
        }
        all.addAll(words(type, (Criterion) related));
        return all;
    }

    private static String word(ListAddress address, List<Integer> place, String what) {
        return ListWords.more(ListWords.more(address.href("/criteria/word"), "place", text(place)), "what", what);
    }
}

package relais.records.criteria.editor;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import relais.platform.web.Refused;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.CriteriaWords;
import relais.records.criteria.Criterion;
import relais.records.lists.Count;
import relais.records.lists.ListQueries;
import relais.records.lists.ListSpec;
import relais.records.lists.ListState;
import relais.records.lists.ListWords;
import relais.records.lists.RecordMark;
import relais.records.lists.Sort;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.ui.Words;

/** Counts what criteria match: after each condition, step by step, and who comes first. */
@Component
class Estimates {
    private static final int FIRST = 5;
    private static final int COUNTED = 24;
    private static final Count UNKNOWN = new Count(-1, false);

    private final ListQueries queries;
    private final Criteria criteria;
    private final CriteriaWords words;

    Estimates(ListQueries queries, Criteria criteria, CriteriaWords words) {
        this.queries = queries;
        this.criteria = criteria;
        this.words = words;
    }

    EditorPages.Estimate of(ListState state) {
        long begun = System.nanoTime();
        var type = state.type();
        var root = Tree.rooted(state.criterion());
        var counting = new Counting(type);
        var start = counting.count(Criterion.everything());
        counting.put("c", Words.t("editor.start", shown(start)));
        counting.walk(root);
        var total = counting.count(root);
        var steps = new ArrayList<EditorPages.Step>();
        steps.add(step(Words.t("editor.all"), start, start, 0));
        counting.steps.forEach(s -> steps.add(step(s.label(), s.count(), start, steps.size())));
        var rows = first(state, root);
        int ignored = criteria.mistakes(type, root).size();
        return new EditorPages.Estimate(
                shown(total),
                total.n() == 1 ? Labels.object(type) : Labels.objects(type),
                ignored == 0 ? "" : Words.t("editor.ignored", ignored),
                (System.nanoTime() - begun) / 1_000_000,
                steps,
                counting.counted,
                rows.stream().map(r -> first(type, r)).toList(),
                Words.t("editor.first.of", rows.size(), shown(total)),
                state.address().filtered(CriteriaJson.text(root)).href(),
                change(state, total));
    }

    private List<Snapshot> first(ListState state, Criterion root) {
        try {
            return queries.page(new ListSpec(state.type(), root, Sort.of(state.type(), state.sort()), null, FIRST))
                    .rows();
        } catch (Refused slow) {
            return List.of();
        }
    }

    private static EditorPages.First first(ObjectType type, Snapshot row) {
        var tier = row.text("tier");
        var label = type.field("tier").map(f -> Labels.choice(type, f, tier)).orElse("");
        return new EditorPages.First(RecordMark.of(type, row), tier, label);
    }

    private @org.jspecify.annotations.Nullable String change(ListState state, Count total) {
        if (state.view().id() == null || !state.differs()) {
            return null;
        }
        var before = new Counting(state.type()).count(state.view().criterion());
        return Words.t("editor.change", state.view().name(), shown(before), shown(total));
    }

    private static EditorPages.Step step(String label, Count count, Count start, int shade) {
        int width = start.n() <= 0 ? 0 : (int) Math.ceil(100.0 * Math.max(0, count.n()) / start.n());
        return new EditorPages.Step(
                label, shown(count), Math.clamp(width, count.n() > 0 ? 2 : 0, 100), Math.min(6, shade + 1));
    }

    private static String shown(Count count) {
        return count.n() < 0 ? Words.t("editor.slow") : ListWords.count(count);
    }

    private record Reached(String label, Count count) {}

    /** Goes through the conditions in their order, each with those before it. */
    private final class Counting {
        private final ObjectType type;
        private final List<EditorPages.Counted> counted = new ArrayList<>();
        private final List<Reached> steps = new ArrayList<>();

        Counting(ObjectType type) {
            this.type = type;
        }

        void walk(Criterion root) {
            boolean narrowing = root instanceof Criterion.All;
            var before = Criterion.everything();
            var inside = Tree.inside(root);
            for (int i = 0; i < inside.size() && counted.size() < COUNTED; i++) {
                var with = Criterion.both(before, inside.get(i));
                one(inside.get(i), with, before, List.of(i), true);
                before = narrowing ? with : before;
            }
        }

        private void one(Criterion here, Criterion with, Criterion before, List<Integer> place, boolean top) {
            if (criteria.problem(type, here).isPresent()) {
                put(EditorView.id(place), Words.t("editor.ignored.one"));
                return;
            }
            var count = count(with);
            put(EditorView.id(place), shown(count));
            if (top) {
                steps.add(new Reached(label(here), count));
            }
            var inside = Tree.inside(here);
            for (int i = 0; i < inside.size() && counted.size() < COUNTED; i++) {
                var child = inside.get(i);
                one(child, Criterion.both(before, child), before, Tree.child(place, i), false);
            }
        }

        private String label(Criterion criterion) {
            if (!Tree.group(criterion)) {
                return words.phrase(type, criterion).subject();
            }
            var inside = Tree.inside(criterion).stream()
                    .map(c -> words.phrase(type, c).subject())
                    .distinct()
                    .toList();
            var kind = words.phrase(type, criterion).subject();
            return inside.isEmpty() ? kind : Words.t("editor.group.label", kind, String.join(", ", inside));
        }

        void put(String id, String text) {
            counted.add(new EditorPages.Counted("n" + id, text));
        }

        Count count(Criterion criterion) {
            try {
                return queries.count(type, criterion);
            } catch (Refused slow) {
                return UNKNOWN;
            }
        }
    }
}

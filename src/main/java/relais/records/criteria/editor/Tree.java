package relais.records.criteria.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import relais.records.criteria.Criterion;

/** Changes nested criteria at a place; places are positions from the root down. Pure. */
final class Tree {
    private Tree() {}

    /** Criteria after a change, and where what was changed stands now. */
    record Changed(Criterion root, List<Integer> place) {}

    /** The kinds of groups. */
    enum Kind {
        ALL,
        ANY,
        NONE;

        static Kind of(Criterion group) {
            return switch (group) {
                case Criterion.Any any -> ANY;
                case Criterion.None none -> NONE;
                case Criterion.All all -> ALL;
                case Criterion.Test test -> ALL;
                case Criterion.Related related -> ALL;
            };
        }

        static Kind named(String name) {
            return Arrays.stream(values())
                    .filter(k -> k.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /** The criteria as a group, which an editor always begins with. */
    static Criterion rooted(Criterion criterion) {
        return group(criterion) ? criterion : new Criterion.All(List.of(criterion));
    }

    static boolean group(Criterion criterion) {
        return !(criterion instanceof Criterion.Test) && !(criterion instanceof Criterion.Related);
    }

    static List<Criterion> inside(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> all.of();
            case Criterion.Any any -> any.of();
            case Criterion.None none -> none.of();
            case Criterion.Test test -> List.of();
            case Criterion.Related related -> List.of();
        };
    }

    static Criterion of(Kind kind, List<Criterion> inside) {
        return switch (kind) {
            case ALL -> new Criterion.All(inside);
            case ANY -> new Criterion.Any(inside);
            case NONE -> new Criterion.None(inside);
        };
    }

    /** A place as addresses write it; what is none is the root. */
    static List<Integer> place(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,3}){0,8}")
                ? Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList()
                : List.of();
    }

    static Optional<Criterion> at(Criterion root, List<Integer> place) {
        var here = root;
        for (int step : place) {
            var inside = inside(here);
            if (step >= inside.size()) {
                return Optional.empty();
            }
            here = inside.get(step);
        }
        return Optional.of(here);
    }

    static Changed put(Criterion root, List<Integer> place, Criterion with) {
        return new Changed(change(root, place, old -> List.of(with)), place);
    }

    static Changed remove(Criterion root, List<Integer> place) {
        return place.isEmpty()
                ? new Changed(Criterion.everything(), place)
                : new Changed(change(root, place, old -> List.of()), parent(place));
    }

    static Changed add(Criterion root, List<Integer> group, Criterion more) {
        int last = at(root, group).map(g -> inside(g).size()).orElse(0);
        var changed = change(root, group, old -> {
            var all = new ArrayList<>(inside(old));
            all.add(more);
            return List.of(of(Kind.of(old), all));
        });
        return new Changed(changed, child(group, last));
    }

    static Changed kind(Criterion root, List<Integer> group, Kind kind) {
        return new Changed(change(root, group, old -> List.of(of(kind, inside(old)))), group);
    }

    /** Puts the condition into a group of its own. */
    static Changed wrap(Criterion root, List<Integer> place) {
        return place.isEmpty()
                ? new Changed(root, place)
                : new Changed(change(root, place, old -> List.of(new Criterion.Any(List.of(old)))), child(place, 0));
    }

    /** Moves one step up or down; at the end of its group it leaves the group. */
    static Changed move(Criterion root, List<Integer> place, int step) {
        var moved = at(root, place);
        if (place.isEmpty() || moved.isEmpty()) {
            return new Changed(root, place);
        }
        int from = place.getLast();
        int to = from + step;
        var group = parent(place);
        int size = inside(at(root, group).orElseThrow()).size();
        if (to >= 0 && to < size) {
            var swapped = change(root, group, old -> List.of(of(Kind.of(old), swapped(inside(old), from, to))));
            return new Changed(swapped, child(group, to));
        }
        if (group.isEmpty()) {
            return new Changed(root, place);
        }
        var without = remove(root, place).root();
        int beside = group.getLast() + (step > 0 ? 1 : 0);
        var outer = parent(group);
        var left = change(without, outer, old -> {
            var all = new ArrayList<>(inside(old));
            all.add(beside, moved.get());
            return List.of(of(Kind.of(old), all));
        });
        return new Changed(left, child(outer, beside));
    }

    private static List<Criterion> swapped(List<Criterion> list, int a, int b) {
        var all = new ArrayList<>(list);
        Collections.swap(all, a, b);
        return all;
    }

    private static List<Integer> parent(List<Integer> place) {
        return place.subList(0, place.size() - 1);
    }

    static List<Integer> child(List<Integer> place, int index) {
        var child = new ArrayList<>(place);
        child.add(index);
        return child;
    }

    private static Criterion change(Criterion here, List<Integer> place, Function<Criterion, List<Criterion>> by) {
        if (place.isEmpty()) {
            var changed = by.apply(here);
            return changed.isEmpty() ? Criterion.everything() : changed.getFirst();
        }
        var all = new ArrayList<Criterion>();
        var inside = inside(here);
        for (int i = 0; i < inside.size(); i++) {
            if (i != place.getFirst()) {
                all.add(inside.get(i));
            } else if (place.size() == 1) {
                all.addAll(by.apply(inside.get(i)));
            } else {
                all.add(change(inside.get(i), place.subList(1, place.size()), by));
            }
        }
        return group(here) ? of(Kind.of(here), all) : here;
    }
}

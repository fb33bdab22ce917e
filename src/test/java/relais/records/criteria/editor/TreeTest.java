package relais.records.criteria.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;

class TreeTest {
    private static final Criterion TREE = CriteriaJson.parse("""
            {"all":[{"field":"a","op":"empty"},{"any":[{"field":"b","op":"empty"},{"field":"c","op":"empty"}]}]}""");

    @Test
    void aConditionMovesWithinItsGroupAndOutOfItAtTheEnd() {
        var down = Tree.move(TREE, List.of(1, 0), 1);
        assertThat(words(down.root())).isEqualTo("all(a any(c b))");
        assertThat(down.place()).containsExactly(1, 1);
        var out = Tree.move(down.root(), down.place(), 1);
        assertThat(words(out.root())).isEqualTo("all(a any(c) b)");
        assertThat(out.place()).containsExactly(2);
        assertThat(Tree.move(TREE, List.of(0), -1).root()).isEqualTo(TREE);
        assertThat(words(Tree.move(TREE, List.of(1, 0), -1).root())).isEqualTo("all(a b any(c))");
    }

    @Test
    void conditionsAreAddedChangedWrappedAndRemovedWhereTheyStand() {
        var more = CriteriaJson.parse("{\"field\":\"d\",\"op\":\"empty\"}");
        assertThat(words(Tree.add(TREE, List.of(1), more).root())).isEqualTo("all(a any(b c d))");
        assertThat(Tree.add(TREE, List.of(1), more).place()).containsExactly(1, 2);
        assertThat(words(Tree.put(TREE, List.of(0), more).root())).isEqualTo("all(d any(b c))");
        assertThat(words(Tree.wrap(TREE, List.of(0)).root())).isEqualTo("all(any(a) any(b c))");
        assertThat(words(Tree.remove(TREE, List.of(1, 0)).root())).isEqualTo("all(a any(c))");
        assertThat(words(Tree.kind(TREE, List.of(1), Tree.Kind.NONE).root())).isEqualTo("all(a none(b c))");
        assertThat(words(Tree.remove(TREE, List.of()).root())).isEqualTo("all()");
    }

    @Test
    void placesThatAreNoneAreTheRootAndMissingOnesAreNothing() {
        assertThat(Tree.place("1.0")).containsExactly(1, 0);
        assertThat(Tree.place("x")).isEmpty();
        assertThat(Tree.place("../etc")).isEmpty();
        assertThat(Tree.at(TREE, List.of(7))).isEmpty();
        assertThat(Tree.at(TREE, List.of(0, 0))).isEmpty();
    }

    private static String words(Criterion criterion) {
        if (criterion instanceof Criterion.Test test) {
            return test.field();
        }
        var inside = Tree.inside(criterion).stream().map(TreeTest::words).toList();
        return Tree.Kind.of(criterion).name().toLowerCase() + "(" + String.join(" ", inside) + ")";
    }
}

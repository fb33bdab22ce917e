package relais.records.formulas;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.records.types.Field;

/** The parts that formulas are made of, but for what computes and compares. */
final class Nodes {
    private Nodes() {}

    /** A value written in the formula; null for the word "empty". */
    record Literal(Kind kind, int at, int end, @Nullable Object constant) implements Node {
        @Override
        public @Nullable Object value(Run run) {
            return constant;
        }
    }

    /** The value of a field. */
    record Read(Kind kind, int at, int end, Field field) implements Node {
        @Override
        public @Nullable Object value(Run run) {
            return FieldValues.read(field, run.state().get(field.name()));
        }
    }

    /** The opposite; of nothing it is nothing. */
    record Not(int at, int end, Node of) implements Node {
        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }

        @Override
        public @Nullable Object value(Run run) {
            return of.value(run) instanceof Boolean yes ? !yes : null;
        }
    }

    /** And, or: an empty side decides nothing, the other one may. */
    record Logic(int at, int end, boolean both, Node left, Node right) implements Node {
        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }

        @Override
        public @Nullable Object value(Run run) {
            var first = left.value(run);
            if (first instanceof Boolean yes && yes != both) {
                return !both;
            }
            var second = right.value(run);
            if (second instanceof Boolean yes && yes != both) {
                return !both;
            }
            return first == null || second == null ? null : (Object) both;
        }
    }

    /** One of two values; an empty condition counts as no. */
    record Condition(Kind kind, int at, int end, Node test, Node yes, Node no) implements Node {
        @Override
        public @Nullable Object value(Run run) {
            return (Boolean.TRUE.equals(test.value(run)) ? yes : no).value(run);
        }
    }

    /** Texts joined; an empty one adds nothing. */
    record Joined(int at, int end, Node left, Node right) implements Node {
        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public @Nullable Object value(Run run) {
            var first = Texts.of(left.value(run));
            var second = Texts.of(right.value(run));
            return Texts.bounded(run, first + second);
        }
    }

    /** A function with its arguments; when one is empty so is the result, unless the function says otherwise. */
    record Call(Kind kind, int at, int end, Function function, Function.Signature signature, List<Node> arguments)
            implements Node {
        @Override
        public @Nullable Object value(Run run) {
            var values = new @Nullable Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).value(run);
                if (values[i] == null && !function.lenient()) {
                    return null;
                }
            }
            return signature.body().apply(run, new Arguments(values));
        }
    }
}

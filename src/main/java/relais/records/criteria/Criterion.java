package relais.records.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A condition on records: one small language for filters, views, segments, rules and rights. */
public sealed interface Criterion {
    /** Every one of these holds; with none inside, everything matches. */
    record All(List<Criterion> of) implements Criterion {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one of these holds. */
    record Any(List<Criterion> of) implements Criterion {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** None of these holds. */
    record None(List<Criterion> of) implements Criterion {
        public None {
            of = List.copyOf(of);
        }
    }

    /** A field compared with values. */
    record Test(String field, Operator operator, List<JsonNode> values) implements Criterion {
        public Test {
            values = List.copyOf(values);
        }
    }

    /**
     * A figure over related records compared with values: "at least 2 notes in 90 days".
     *
     * @param path the relation's name
     * @param field what is summed or whose latest value counts; null for a count
     * @param where which related records count, null for all
     */
    record Related(
            String path,
            Aggregate aggregate,
            @Nullable String field,
            @Nullable Criterion where,
            Operator operator,
            List<JsonNode> values)
            implements Criterion {
        public Related {
            values = List.copyOf(values);
        }
    }

    /** What is figured over related records. */
    enum Aggregate {
        COUNT,
        SUM,
        LATEST
    }

    /** The condition that everything fulfils. */
    static Criterion everything() {
        return new All(List.of());
    }

    /** Both conditions. */
    static Criterion both(Criterion one, Criterion other) {
        return new All(List.of(one, other));
    }
}

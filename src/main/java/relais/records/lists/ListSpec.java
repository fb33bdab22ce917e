package relais.records.lists;

import org.jspecify.annotations.Nullable;
import relais.records.criteria.Criterion;
import relais.records.types.ObjectType;

/**
 * Which records of a list are asked for.
 *
 * @param cursor where a page begins, as a former page told; null for the first page
 * @param limit rows of a page, at most 200
 */
public record ListSpec(
        ObjectType type,
        Criterion criterion,
        Sort sort,
        @Nullable String cursor,
        int limit) {
    public ListSpec {
        limit = Math.clamp(limit, 1, 200);
    }
}

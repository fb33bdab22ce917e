package relais.records.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.records.types.Snapshot;

/**
 * One page of a list.
 *
 * @param first the position of its first row, from 1
 * @param next where the next page begins, null on the last
 * @param previous where the page before begins, null on the first
 */
public record ListPage(
        List<Snapshot> rows,
        int first,
        @Nullable String next,
        @Nullable String previous) {}

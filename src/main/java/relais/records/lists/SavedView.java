package relais.records.lists;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.criteria.Criterion;

/**
 * A way to look at the records of one object: which, in which columns, in which order.
 *
 * @param key what addresses call it: the id of a saved one, a word for those that every list has
 * @param id null for the views that every list has
 * @param columns names of fields; empty for the usual ones
 * @param sort one or two fields' names joined by a comma, each behind a minus when descending; empty for the usual order
 * @param pinned whether it stands in the side bar of everybody who sees it
 * @param mine whether the current actor may change it
 */
public record SavedView(
        String key,
        String name,
        @Nullable UUID id,
        int version,
        Criterion criterion,
        List<String> columns,
        String sort,
        boolean shared,
        boolean pinned,
        boolean mine) {

    public SavedView {
        columns = List.copyOf(columns);
    }

    /** A view that every list has. */
    static SavedView standard(String key, String name, Criterion criterion) {
        return new SavedView(key, name, null, 0, criterion, List.of(), "", true, false, false);
    }

    /** Whether the current actor may save changes into it. */
    public boolean editable() {
        return id != null && mine;
    }
}

package relais.records.lists;

import java.util.List;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.types.Field;
import relais.records.types.ObjectType;

/**
 * What a list shows after its address and its view were read together.
 *
 * @param criterion as asked, mistakes included; they are ignored when it runs
 * @param columns the fields beside the record's name
 * @param chosenColumns their names when somebody chose them, empty for the usual ones
 * @param sort one or two fields' names joined by a comma, each behind a minus when descending; empty for the usual order
 * @param notices what was asked and could not be done
 */
public record ListState(
        ObjectType type,
        ListAddress address,
        SavedView view,
        Criterion criterion,
        List<Field> columns,
        List<String> chosenColumns,
        String sort,
        List<String> notices) {

    /** Whether it shows something else than its view saves. */
    public boolean differs() {
        return !CriteriaJson.text(criterion).equals(CriteriaJson.text(view.criterion()))
                || !chosenColumns.equals(view.columns())
                || !sort.equals(view.sort());
    }

    /** Whether it leaves records out. */
    public boolean filtered() {
        return !(criterion instanceof Criterion.All all && all.of().isEmpty());
    }
}

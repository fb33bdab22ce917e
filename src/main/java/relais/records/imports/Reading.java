package relais.records.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.imports.source.Row;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one row says.
 *
 * @param values by field, ready for the writer
 * @param parent the organisation that it names, empty when none
 * @param record the record that it says it is, by the identifier of an export
 */
record Reading(
        Row row, ObjectNode values, String parent, @Nullable UUID record, List<RowProblem> problems) {
    boolean sound() {
        return problems.isEmpty();
    }
}

package relais.records.imports;

import java.util.List;
import relais.records.imports.source.Row;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one row says.
 *
 * @param values by field, ready for the writer
 * @param parent the organisation that it names, empty when none
 */
record Reading(Row row, ObjectNode values, String parent, List<RowProblem> problems) {
    boolean sound() {
        return problems.isEmpty();
    }
}

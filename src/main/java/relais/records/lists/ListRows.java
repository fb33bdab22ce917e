package relais.records.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;

/** Makes the rows of a list: a cell for each column, and which of them may be edited. */
@Component
class ListRows {
    private final ObjectTypes types;
    private final ReferenceNames names;
    private final Records records;
    private final BulkOffers bulk;

    ListRows(ObjectTypes types, ReferenceNames names, Records records, BulkOffers bulk) {
        this.types = types;
        this.names = names;
        this.records = records;
        this.bulk = bulk;
    }

    List<ListPages.Row> of(ListState state, ListHeads heads, List<Snapshot> rows) {
        var cells = new Cells(state.type(), names.of(state.type(), rows), plurals());
        var columns =
                state.columns().stream().map(f -> new Column(f, heads.cls(f))).toList();
        boolean writes = Actor.current().may(state.type().name(), Action.UPDATE)
                && types.description(state.type()).open();
        return rows.stream().map(r -> row(r, columns, cells, writes)).toList();
    }

    /** A column and the class of its cells, found once for all rows. */
    private record Column(Field field, String cls) {}

    /** One row of the list as it stands now, after it was edited in its place. */
    ListPages.Single one(ListState state, UUID id) {
        var row = records.find(state.type().name(), id).orElseThrow(NotFound::new);
        var rows = of(state, ListHeads.of(state, List.of(row)), List.of(row));
        return new ListPages.Single(rows.getFirst(), bulk.of(state) != null);
    }

    /** Where the records of each listed object lie. */
    private Map<String, String> plurals() {
        return types.all().stream()
                .filter(ObjectType::listed)
                .collect(Collectors.toMap(ObjectType::name, ObjectType::plural));
    }

    private ListPages.Row row(Snapshot row, List<Column> columns, Cells cells, boolean writes) {
        var placed = new ArrayList<ListPages.Placed>(columns.size());
        for (var column : columns) {
            var field = column.field();
            placed.add(new ListPages.Placed(
                    cells.of(field, row), column.cls(), writes && editable(row, field) ? field.name() : null));
        }
        return new ListPages.Row(row.id().toString(), row.version(), RecordMark.of(row.type(), row), placed);
    }

    private boolean editable(Snapshot row, Field field) {
        return types.editable(row.type(), field, row.values());
    }
}

package relais.records.lists.exports;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.lists.ListPage;
import relais.records.lists.ListQueries;
import relais.records.lists.ListSpec;
import relais.records.lists.ListState;
import relais.records.lists.Sort;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;

/** Writes records page by page, so that a million of them need no more memory than a few hundred. */
@Service
class Exports {
    private static final int PAGE = 200;

    private final ListQueries queries;
    private final Records records;
    private final ReferenceNames names;

    Exports(ListQueries queries, Records records, ReferenceNames names) {
        this.queries = queries;
        this.records = records;
        this.names = names;
    }

    /** Notes in the journal of operations that this file leaves, before it does. */
    void record(ListState state, String file) {
        Actor.current().require(state.type().name(), Action.EXPORT);
        records.open(new Intent(
                "export",
                Map.of(
                        "subject",
                        file,
                        "field",
                        Labels.objects(state.type()),
                        "value",
                        state.view().name())));
    }

    /** The first page of what a list shows; what can't be read is refused before anything is written. */
    ListPage first(ListState state) {
        return page(state, null);
    }

    /** Everything that the list shows, beginning with its first page. */
    void list(ListState state, ListPage first, RowWriter file) throws IOException {
        var columns = head(state.type(), file);
        for (var page = first; ; page = page(state, page.next())) {
            rows(state.type(), columns, page.rows(), file);
            if (page.next() == null) {
                return;
            }
        }
    }

    /** These records in their order. */
    void chosen(ObjectType type, List<UUID> ids, RowWriter file) throws IOException {
        var columns = head(type, file);
        for (int i = 0; i < ids.size(); i += PAGE) {
            var found = records.find(type.name(), ids.subList(i, Math.min(i + PAGE, ids.size())));
            rows(
                    type,
                    columns,
                    found.values().stream().filter(r -> !r.deleted()).toList(),
                    file);
        }
    }

    private ListPage page(ListState state, @org.jspecify.annotations.Nullable String cursor) {
        var sort = Sort.of(state.type(), state.sort());
        return queries.page(new ListSpec(state.type(), state.criterion(), sort, cursor, PAGE));
    }

    private static List<FileColumns.Column> head(ObjectType type, RowWriter file) throws IOException {
        var columns = new FileColumns(type).all();
        file.write(columns.stream().map(c -> FileValue.text(c.header())).toList());
        return columns;
    }

    private void rows(ObjectType type, List<FileColumns.Column> columns, List<Snapshot> rows, RowWriter file)
            throws IOException {
        var named = named(type, rows);
        for (var row : rows) {
            var record = new FileColumns.Named(row, named);
            file.write(columns.stream().map(c -> c.value().apply(record)).toList());
        }
    }

    /** The names of everything these rows point at; linked records by their reference, which names one alone. */
    private Map<UUID, String> named(ObjectType type, List<Snapshot> rows) {
        var named = new HashMap<>(names.of(type, rows));
        for (var field : type.fields()) {
            if (field.type() == FieldType.LINK && field.target() != null) {
                var linked = rows.stream()
                        .map(r -> r.text(field.name()))
                        .filter(id -> !id.isEmpty())
                        .map(UUID::fromString)
                        .distinct()
                        .toList();
                records.find(field.target(), linked)
                        .values()
                        .forEach(r -> reference(r).ifPresent(text -> named.put(r.id(), text)));
            }
        }
        return named;
    }

    private static Optional<String> reference(Snapshot record) {
        return record.type().fields().stream()
                .filter(f -> f.has(Field.Trait.UNIQUE))
                .map(f -> record.text(f.name()))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}

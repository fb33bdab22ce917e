package relais.records.lists.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Directory;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Bulk changes in words. */
@Component
class BulkWords {
    private final Directory directory;

    BulkWords(Directory directory) {
        this.directory = directory;
    }

    /** What a change does: "Responsable : Claire Aubry". */
    String said(ObjectType type, BulkChange change) {
        return switch (change) {
            case BulkChange.Put put ->
                Words.t("bulk.put", Labels.field(type, put.field()), shown(type, put.field(), put.value()));
            case BulkChange.AddTag add -> Words.t("bulk.tag.add", add.label());
            case BulkChange.RemoveTag remove -> Words.t("bulk.tag.remove", remove.label());
            case BulkChange.Delete delete -> Words.t("bulk.delete");
        };
    }

    /** What the record holds now, where the change touches it. */
    String before(ObjectType type, BulkChange change, Snapshot row) {
        return switch (change) {
            case BulkChange.Put put ->
                shown(type, put.field(), row.value(put.field().name()));
            case BulkChange.AddTag add ->
                shown(type, add.field(), row.value(add.field().name()));
            case BulkChange.RemoveTag remove ->
                shown(type, remove.field(), row.value(remove.field().name()));
            case BulkChange.Delete delete -> "";
        };
    }

    /** What it will hold. */
    String after(ObjectType type, BulkChange change, Snapshot row) {
        var values = change.values(row, Instant.EPOCH);
        return switch (change) {
            case BulkChange.Put put -> shown(type, put.field(), put.value());
            case BulkChange.AddTag add ->
                shown(type, add.field(), values.path(add.field().name()));
            case BulkChange.RemoveTag remove ->
                shown(type, remove.field(), values.path(remove.field().name()));
            case BulkChange.Delete delete -> Words.t("bulk.trash");
        };
    }

    /** How many are left out for each reason. */
    List<String> reasons(Excluded excluded) {
        return excluded.counts().entrySet().stream()
                .map(e -> Words.t(
                        "bulk.excluded", e.getValue(), Words.or("bulk.why." + e.getKey(), Words.t("bulk.why.invalid"))))
                .toList();
    }

    /** Why one record is left out. */
    String reason(ObjectType type, Excluded.One one) {
        var problem = one.problem();
        if (problem == null) {
            return Words.t("bulk.why." + one.reason());
        }
        return type.field(problem.field())
                .map(f -> Words.t("bulk.put", Labels.field(type, f), Labels.problem(problem)))
                .orElse(Labels.problem(problem));
    }

    private String shown(ObjectType type, Field field, JsonNode value) {
        var text = ValueText.of(type, field, value, names(field, value));
        return text.isEmpty() ? Words.t("bulk.empty") : text;
    }

    private Map<UUID, String> names(Field field, JsonNode value) {
        boolean named = field.type() == FieldType.USER || field.type() == FieldType.SITE;
        if (!named || !value.isString()) {
            return Map.of();
        }
        var id = UUID.fromString(value.asString());
        return directory.name(id).map(n -> Map.of(id, n)).orElse(Map.of());
    }
}

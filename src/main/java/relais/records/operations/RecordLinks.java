package relais.records.operations;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.types.Field;
import relais.records.types.FieldDescription;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.OwnObjectDescription;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Where a record is seen: on its own page, on that of the record it hangs on, or in the settings. */
@Component
class RecordLinks {
    private final ObjectTypes types;

    RecordLinks(ObjectTypes types) {
        this.types = types;
    }

    @Nullable
    String of(ObjectType type, UUID id, ObjectNode values) {
        if (type.listed()) {
            return "/" + type.plural() + "/" + id;
        }
        if (type.name().equals(FieldDescription.NAME)) {
            return "/settings/objects/" + values.path("object").asString("") + "/fields/" + id;
        }
        if (type.name().equals(OwnObjectDescription.NAME)) {
            return "/settings/objects/" + values.path("code").asString("");
        }
        return type.fields().stream()
                .flatMap(f -> holder(f, values).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<String> holder(Field field, ObjectNode values) {
        if (field.type() != FieldType.LINK || field.target() == null || Values.empty(values.get(field.name()))) {
            return Optional.empty();
        }
        return types.find(field.target())
                .filter(ObjectType::listed)
                .map(t -> "/" + t.plural() + "/" + values.path(field.name()).asString());
    }
}

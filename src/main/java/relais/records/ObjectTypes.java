package relais.records;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The objects of the current workspace, with its own fields. */
@Service
public class ObjectTypes {
    private final Map<String, ObjectDescription> descriptions = new LinkedHashMap<>();
    private final CustomFields customFields;

    ObjectTypes(List<ObjectDescription> all, CustomFields customFields) {
        all.forEach(d -> descriptions.put(d.type().name(), d));
        this.customFields = customFields;
    }

    /** The object of this name; fails when there is none, for names that come from code. */
    public ObjectType of(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No object " + name));
    }

    /** The object of this name, for names that come from outside. */
    public Optional<ObjectType> find(String name) {
        return Optional.ofNullable(descriptions.get(name)).map(this::extended);
    }

    /** The object with this plural, for URLs. */
    public Optional<ObjectType> plural(String plural) {
        return descriptions.values().stream()
                .filter(d -> d.type().plural().equals(plural))
                .findFirst()
                .map(this::extended);
    }

    /** Every object. */
    public Collection<ObjectType> all() {
        return descriptions.values().stream().map(this::extended).toList();
    }

    ObjectDescription description(ObjectType type) {
        return java.util.Objects.requireNonNull(descriptions.get(type.name()));
    }

    private ObjectType extended(ObjectDescription description) {
        var own = customFields.of(description.type().name());
        return own.isEmpty() ? description.type() : description.type().with(own);
    }
}

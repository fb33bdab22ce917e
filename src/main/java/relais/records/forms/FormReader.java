package relais.records.forms;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.platform.text.Phones;
import relais.records.files.StoredFiles;
import relais.records.types.Addresses;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldInput;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.ui.Face;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the fields of an object from a form; only fields that the form has are read. */
@Component
class FormReader {
    private static final List<String> ADDRESS = List.of("lines", "postcode", "city", "country", "label");

    private final Suggestions suggestions;
    private final StoredFiles files;

    FormReader(Suggestions suggestions, StoredFiles files) {
        this.suggestions = suggestions;
        this.files = files;
    }

    Submission read(ObjectType type, MultiValueMap<String, String> form) {
        var submission = new Submission();
        type.fields().stream().filter(Field::writable).forEach(f -> read(f, form, submission));
        return submission;
    }

    void read(Field field, MultiValueMap<String, String> form, Submission into) {
        if (field.type() == FieldType.COLLECTION) {
            collection(field, form, into);
        } else if (field.type() == FieldType.FILE) {
            files(field, form, into);
        } else if (field.type() == FieldType.ADDRESS) {
            address(field, form, into);
        } else if (form.containsKey(field.name())) {
            boolean several = field.type() == FieldType.CHOICES || field.type() == FieldType.LINKS;
            var raw = several
                    ? all(form, field.name()).stream().filter(v -> !v.isEmpty()).collect(Collectors.joining("|"))
                    : first(form, field.name());
            into.typed().put(field.name(), raw);
            single(field, raw, form, into);
        }
    }

    private void single(Field field, String raw, MultiValueMap<String, String> form, Submission into) {
        var name = field.name();
        var text = switch (field.type()) {
            case INSTANT -> instant(raw);
            case LINKS -> joined(raw, named(field, first(form, name + ".text"), into));
            case LINK -> raw.isBlank() ? named(field, first(form, name + ".text"), into) : raw;
            default -> raw;
        };
        switch (FieldInput.read(field, text, Face.language())) {
            case FieldInput.Result.Value v -> into.values().set(name, v.value());
            case FieldInput.Result.Bad b -> into.problems().putIfAbsent(name, b.problem());
        }
    }

    private static String joined(String ids, String another) {
        return another.isEmpty() ? ids : ids.isEmpty() ? another : ids + "|" + another;
    }

    /** Without the list of suggestions a link is found by the name typed, when only one record has it. */
    private String named(Field field, String text, Submission into) {
        if (text.isBlank() || field.target() == null) {
            return "";
        }
        var found = suggestions.exact(field.target(), text);
        if (found.size() != 1) {
            into.problems().put(field.name(), Problem.of(field.name(), "link.ambiguous", text, found.size()));
            return "";
        }
        return found.getFirst().toString();
    }

    private static String instant(String raw) {
        try {
            return LocalDateTime.parse(raw)
                    .atZone(Face.current().zone())
                    .toInstant()
                    .toString();
        } catch (DateTimeParseException other) {
            return raw;
        }
    }

    /** A form names files by their ids; what they are called is known here. */
    private void files(Field field, MultiValueMap<String, String> form, Submission into) {
        if (form.containsKey(field.name())) {
            var ids = all(form, field.name()).stream()
                    .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                    .map(UUID::fromString)
                    .toList();
            var array = JsonNodeFactory.instance.arrayNode();
            files.values(ids).forEach(array::add);
            into.typed().put(field.name(), "");
            into.values().set(field.name(), array);
        }
    }

    private static void address(Field field, MultiValueMap<String, String> form, Submission into) {
        if (!form.containsKey(field.name() + ".lines")) {
            return;
        }
        var address = Values.object();
        Addresses.PARTS.forEach(p -> address.put(p, first(form, field.name() + "." + p)));
        into.typed().put(field.name(), "");
        switch (FieldInput.accept(field, address)) {
            case FieldInput.Result.Value v -> into.values().set(field.name(), v.value());
            case FieldInput.Result.Bad b -> into.problems().putIfAbsent(field.name(), b.problem());
        }
    }

    private static void collection(Field field, MultiValueMap<String, String> form, Submission into) {
        var kind = ContactPoints.kind(field);
        var first = kind.equals(ContactPoints.ADDRESS) ? ".lines" : ".value";
        if (!form.containsKey(field.name() + first)) {
            return;
        }
        var rows = all(form, field.name() + first).size();
        var array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < rows; i++) {
            element(kind, field, form, i, array, into);
        }
        into.typed().put(field.name(), "");
        into.values().set(field.name(), array);
    }

    private static void element(
            String kind, Field field, MultiValueMap<String, String> form, int row, ArrayNode array, Submission into) {
        var element = Values.object();
        var members = kind.equals(ContactPoints.ADDRESS) ? ADDRESS : List.of("value", "label");
        for (var member : members) {
            var text = at(form, field.name() + "." + member, row).strip();
            if (!text.isEmpty()) {
                element.put(member, text);
            }
        }
        boolean holds = element.propertyNames().stream().anyMatch(m -> !m.equals("label"));
        if (!holds) {
            return;
        }
        if (!kind.equals(ContactPoints.ADDRESS)) {
            check(field, element.path("value").asString(""), into);
        }
        if (kind.equals(ContactPoints.PHONE)) {
            Phones.parse(element.path("value").asString(""), Phones.DEFAULT_REGION)
                    .ifPresent(number -> element.put("value", number));
        }
        var id = at(form, field.name() + ".id", row);
        if (!id.isEmpty()) {
            element.put("id", id);
        }
        array.add(element);
    }

    private static void check(Field field, String value, Submission into) {
        if (FieldInput.read(field, value, Face.language()) instanceof FieldInput.Result.Bad bad) {
            into.problems().putIfAbsent(field.name(), bad.problem());
        }
    }

    private static String at(MultiValueMap<String, String> form, String name, int row) {
        var values = all(form, name);
        return row < values.size() ? values.get(row) : "";
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value;
    }

    private static List<String> all(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of());
    }
}

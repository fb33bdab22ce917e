package relais.records.fields;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.platform.web.NotFound;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;

/** Another type for a field: what it would touch is shown first. */
@Controller
@RequestMapping(ObjectsTab.PATH + "/{object}/fields/{id}/type")
class TypeChangeController {
    private final ObjectTypes types;
    private final FieldStore store;
    private final TypeChange change;

    TypeChangeController(ObjectTypes types, FieldStore store, TypeChange change) {
        this.types = types;
        this.store = store;
        this.change = change;
    }

    @GetMapping
    ModelAndView preview(
            @PathVariable String object, @PathVariable UUID id, @RequestParam(defaultValue = "") String to) {
        var type = type(object);
        var record = store.find(type, id);
        var field = store.described(type, record);
        var next = to(field.type(), to);
        var preview = change.preview(type, field, next);
        var path = ObjectsTab.PATH + "/" + type.name() + "/fields/" + id;
        var page = new FieldPages.TypePreview(
                record.text("labelFr"),
                FieldWords.type(field.type()),
                FieldWords.type(next),
                next.name(),
                path,
                preview);
        return new ModelAndView("records/fields/typechange", Map.of("page", page));
    }

    @PostMapping
    void change(
            @PathVariable String object, @PathVariable UUID id, @RequestParam String to, HttpServletResponse response) {
        var type = type(object);
        var record = store.find(type, id);
        var field = store.described(type, record);
        var done = change.change(type, record, field, to(field.type(), to));
        FieldsController.done(response, done, "fields.type.changed", record.text("labelFr"), type);
    }

    private static FieldType to(FieldType from, String name) {
        return Conversions.targets(from).stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ObjectType type(String object) {
        ObjectsTab.require();
        return types.find(object).orElseThrow(NotFound::new);
    }
}

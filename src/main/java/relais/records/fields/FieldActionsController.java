package relais.records.fields;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Slots;
import relais.records.types.FieldUses;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Toasts;
import relais.ui.Words;

/** What is done with a field that exists: delete it, move it, give it an index. */
@Controller
@RequestMapping(ObjectsTab.PATH + "/{object}/fields/{id}")
class FieldActionsController {
    private final ObjectTypes types;
    private final FieldStore store;
    private final Slots slots;

    FieldActionsController(ObjectTypes types, FieldStore store, Slots slots) {
        this.types = types;
        this.store = store;
        this.slots = slots;
    }

    @PostMapping("/deletion")
    void delete(@PathVariable String object, @PathVariable UUID id, HttpServletResponse response) {
        var type = type(object);
        var field = store.find(type, id);
        var used = store.uses(type, field);
        if (!used.isEmpty()) {
            throw new Refused(
                    "field.used",
                    String.join(", ", used.stream().map(FieldUses.Use::what).toList()));
        }
        FieldsController.done(response, store.delete(field), "fields.deleted", field.text("labelFr"), type);
    }

    @PostMapping("/move")
    void move(
            @PathVariable String object, @PathVariable UUID id, @RequestParam String to, HttpServletResponse response) {
        var type = type(object);
        var field = store.find(type, id);
        var moved = store.move(type, id, to.equals("up") ? -1 : 1);
        FieldsController.done(response, moved, "fields.moved", field.text("labelFr"), type);
    }

    @PostMapping("/index")
    void index(@PathVariable String object, @PathVariable UUID id, HttpServletResponse response) {
        var type = type(object);
        var field = store.find(type, id);
        if (!slots.take(id)) {
            throw new Refused("field.full");
        }
        Toasts.plain(response, Words.t("fields.indexed", field.text("labelFr")));
        response.setStatus(303);
        response.setHeader("Location", ObjectsTab.PATH + "/" + type.name() + "/fields/" + id);
    }

    private ObjectType type(String object) {
        ObjectsTab.require();
        return types.find(object).orElseThrow(NotFound::new);
    }
}

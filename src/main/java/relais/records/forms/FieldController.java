package relais.records.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.rollups.DerivedWords;
import relais.records.types.Field;
import relais.records.types.Snapshot;

/** One field of a record in its place: shown, edited, where its value comes from, its former value. */
@Controller
@RequestMapping("/records/{object}/{id}/fields/{field}")
class FieldController {
    private final Records records;
    private final FieldViews views;
    private final FieldEdits edits;
    private final DerivedWords words;

    FieldController(Records records, FieldViews views, FieldEdits edits, DerivedWords words) {
        this.records = records;
        this.views = views;
        this.edits = edits;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable String object, @PathVariable UUID id, @PathVariable String field) {
        var record = record(object, id);
        return FormAnswers.row(views.one(record, field(record, field)));
    }

    @GetMapping("/editing")
    ModelAndView edit(@PathVariable String object, @PathVariable UUID id, @PathVariable String field) {
        var record = record(object, id);
        Actor.current().require(object, Action.UPDATE);
        return FormAnswers.editor(views.one(record, field(record, field)), record.version());
    }

    @RequestMapping(method = {RequestMethod.PUT, RequestMethod.POST})
    ModelAndView save(
            @PathVariable String object,
            @PathVariable UUID id,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        return edits.save(object, id, field, form, response);
    }

    @GetMapping("/origin")
    ModelAndView origin(@PathVariable String object, @PathVariable UUID id, @PathVariable String field) {
        var record = record(object, id);
        var view = views.one(record, field(record, field));
        if (view.field().derivation() != null) {
            return FormAnswers.derived(new DerivedView(
                    view, words.of(record.type(), view.field()).orElse(""), words.mark(record, view.field()).orElse("")));
        }
        var origin = records.provenance(object, id, field).orElse(null);
        return FormAnswers.origin(OriginView.of(record, view, origin, views));
    }

    @PostMapping("/restoration")
    ModelAndView restore(
            @PathVariable String object,
            @PathVariable UUID id,
            @PathVariable String field,
            HttpServletResponse response) {
        return edits.restore(object, id, field, response);
    }

    private Snapshot record(String object, UUID id) {
        return records.find(object, id).orElseThrow(NotFound::new);
    }

    private static Field field(Snapshot record, String name) {
        return record.type().field(name).orElseThrow(NotFound::new);
    }
}

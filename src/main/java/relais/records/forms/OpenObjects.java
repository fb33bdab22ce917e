package relais.records.forms;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import relais.platform.web.NotFound;
import relais.records.types.ObjectTypes;

/** Keeps the generic forms away from configuration, which has rules and pages of its own. */
@ControllerAdvice(assignableTypes = {FieldController.class, RecordController.class, SuggestionController.class})
class OpenObjects {
    private final ObjectTypes types;

    OpenObjects(ObjectTypes types) {
        this.types = types;
    }

    @ModelAttribute
    void onlyOpenObjects(@PathVariable String object) {
        types.open(object).orElseThrow(NotFound::new);
    }
}

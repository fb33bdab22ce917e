package relais.records.cards;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.types.ObjectTypes;

/** What leads to a record of any object, for the cards of standard ones. */
@Controller
class RelatedController {
    private final ObjectTypes types;
    private final Records records;
    private final Related related;

    RelatedController(ObjectTypes types, Records records, Related related) {
        this.types = types;
        this.records = records;
        this.related = related;
    }

    @GetMapping("/records/{object}/{id:[0-9a-f-]{36}}/related")
    ModelAndView panel(@PathVariable String object, @PathVariable UUID id) {
        var type = types.open(object).orElseThrow(NotFound::new);
        var record = records.find(type.name(), id).orElseThrow(NotFound::new);
        return new ModelAndView("records/cards/related", Map.of("page", new OwnCardPages.Panel(related.of(record))));
    }
}

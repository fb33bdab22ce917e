package relais.records.cards;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import relais.records.changes.Intent;
import relais.records.forms.FormPage;
import relais.records.forms.FormPages;
import relais.records.forms.RecordForms;
import relais.records.forms.Redirects;
import relais.records.forms.Saved;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import relais.ui.Toasts;
import relais.ui.Words;

/** Records of own objects are made and go to the trash. */
@Controller
class OwnRecordController {
    private static final String PLURAL = "/{plural:[a-z][a-z-]*}";

    private final OwnCards cards;
    private final OwnRecords own;
    private final RecordForms forms;
    private final FormPages pages;

    OwnRecordController(OwnCards cards, OwnRecords own, RecordForms forms, FormPages pages) {
        this.cards = cards;
        this.own = own;
        this.forms = forms;
        this.pages = pages;
    }

    /** What the address says of fields is filled in, so that a record can be made from another one's card. */
    @GetMapping(PLURAL + "/new")
    ModelAndView form(@PathVariable String plural, @RequestParam MultiValueMap<String, String> typed) {
        var type = creatable(plural);
        return page(type, pages.blank(type, Values.object(), typed), HttpStatus.OK);
    }

    @PostMapping(PLURAL)
    ModelAndView create(
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var type = creatable(plural);
        var read = pages.submission(type, form);
        if (!read.good()) {
            return page(type, pages.again(type, Values.object(), read), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var title = read.title(type);
        return switch (forms.create(type.name(), Intent.of("record.create", title), read.values())) {
            case Saved.Done done -> {
                if (done.operation() != null) {
                    Toasts.undoable(response, Words.t("record.created", title), done.operation());
                }
                yield Redirects.to("/" + plural + "/" + done.id());
            }
            case Saved.Rejected rejected ->
                page(
                        type,
                        pages.again(type, Values.object(), read.refused(rejected.problems())),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Saved.Clash clash -> throw new IllegalStateException("A new record can't clash");
            case Saved.Gone gone -> throw new IllegalStateException("A new record can't be gone");
        };
    }

    private ObjectType creatable(String plural) {
        var type = cards.type(plural);
        Actor.current().require(type.name(), Action.CREATE);
        return type;
    }

    private static ModelAndView page(ObjectType type, FormPage form, HttpStatus status) {
        var answer = new ModelAndView(
                "records/cards/new", Map.of("page", new OwnCardPages.Fresh(OwnCards.names(type), form)));
        answer.setStatus(status);
        return answer;
    }

    @RequestMapping(path = PLURAL + "/{id:[0-9a-f-]{36}}", method = RequestMethod.DELETE)
    ModelAndView delete(@PathVariable String plural, @PathVariable UUID id, HttpServletResponse response) {
        return remove(plural, id, response);
    }

    @PostMapping(PLURAL + "/{id:[0-9a-f-]{36}}/deletion")
    ModelAndView remove(@PathVariable String plural, @PathVariable UUID id, HttpServletResponse response) {
        var record = cards.record(cards.type(plural), id);
        var operation = own.delete(record);
        if (operation != null) {
            Toasts.undoable(response, Words.t("record.deleted", record.title()), operation);
        }
        return Redirects.to("/" + plural);
    }
}

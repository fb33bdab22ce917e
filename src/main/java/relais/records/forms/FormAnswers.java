package relais.records.forms;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The fragments with which forms answer. */
final class FormAnswers {
    private FormAnswers() {}

    static ModelAndView row(FieldView field) {
        return new ModelAndView("records/forms/row", Map.of("field", field));
    }

    static ModelAndView editor(FieldView field, int version) {
        return new ModelAndView("records/forms/editor", Map.of("field", field, "version", version));
    }

    static ModelAndView refused(FieldView field, int version) {
        var answer = editor(field, version);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    static ModelAndView origin(OriginView origin) {
        return new ModelAndView("records/forms/origin", Map.of("origin", origin));
    }

    static ModelAndView derived(DerivedView origin) {
        return new ModelAndView("records/forms/derived", Map.of("origin", origin));
    }

    static ModelAndView clash(Conflict conflict, String action, FieldView field) {
        var answer =
                new ModelAndView("records/forms/clash", Map.of("conflict", conflict, "action", action, "field", field));
        answer.setStatus(HttpStatus.CONFLICT);
        return answer;
    }

    static ModelAndView gone(FieldView field, GoneView gone) {
        var answer = new ModelAndView("records/forms/gone", Map.of("field", field, "gone", gone));
        answer.setStatus(HttpStatus.CONFLICT);
        return answer;
    }
}

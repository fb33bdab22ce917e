package relais.records.forms;

import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** The record's version that a form was filled from. */
public final class FormVersion {
    private FormVersion() {}

    /** The version that this form names; 0, which no record has, when it names none. */
    public static int of(MultiValueMap<String, String> form) {
        var text = Objects.requireNonNullElse(form.getFirst("version"), "0");
        if (!text.matches("\\d{1,9}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Integer.parseInt(text);
    }
}

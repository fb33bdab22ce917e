package relais.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an error answer tells: status, message code and its arguments, and for bugs the incident's number. */
public record Failure(
        int status,
        String code,
        List<Object> args,
        @Nullable String incident) {
    /** A failure without arguments and incident. */
    public static Failure of(int status, String code) {
        return new Failure(status, code, List.of(), null);
    }
}

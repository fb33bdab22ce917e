package relais.records.changes;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where the current work comes, in a word for the operations page. */
final class Origins {
    private Origins() {}

    static String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? "web " + web.getRequest().getRemoteAddr()
                : "relais";
    }
}

package relais.records.changes;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import relais.identity.Origin;

/** From where the current work comes, in a word for the operations page. */
final class Origins {
    /** Before the name of the token by which a program came in. */
    static final String API = "api ";

    private Origins() {}

    static String current() {
        var token = Origin.current().token();
        if (!token.isEmpty()) {
            return API + token;
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? "web " + web.getRequest().getRemoteAddr()
                : "relais";
    }
}

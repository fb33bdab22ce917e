package relais.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import relais.platform.web.ErrorPage;
import relais.platform.web.Failure;
import relais.platform.web.Views;

/** What went wrong, in a sentence and with a way out; needs neither session nor database. */
@Component
class ErrorPages implements ErrorPage {
    private static final int DATABASE_AWAY = 503;
    private static final int OWN_FAULT = 500;

    private final Views views;
    private final Faces faces;

    ErrorPages(Views views, Faces faces) {
        this.views = views;
        this.faces = faces;
    }

    /** How an error page reads. */
    public record Shown(
            int status, String title, String text, @Nullable String incident, String retry, boolean shell) {
        /** Whether the page asks again by itself. */
        public boolean retries() {
            return status == DATABASE_AWAY && !retry.isEmpty();
        }
    }

    @Override
    public String html(HttpServletRequest request, HttpServletResponse response, Failure failure) {
        if (Face.CURRENT.isBound()) {
            return written(request, failure);
        }
        var face = faces.withoutVisitor(request);
        ContentPolicy.protect(response, face.nonce());
        return ScopedValue.where(Face.CURRENT, face).call(() -> written(request, failure));
    }

    private String written(HttpServletRequest request, Failure failure) {
        var template = Face.current().htmx() ? "ui/problem" : "ui/error";
        return views.render(template, Map.of("shown", shown(request, failure)));
    }

    private static Shown shown(HttpServletRequest request, Failure failure) {
        boolean asksAgain = failure.status() >= OWN_FAULT && request.getMethod().equals("GET");
        boolean shell = failure.status() < OWN_FAULT && Face.current().visitor().isPresent();
        return new Shown(
                failure.status(),
                Words.t(titleKey(failure.status())),
                text(failure),
                failure.incident(),
                asksAgain ? Face.current().path() : "",
                shell);
    }

    private static String text(Failure failure) {
        var code = failure.code();
        var args = failure.args().stream().map(ErrorPages::readable).toArray();
        return Words.has(code) ? Words.t(code, args) : Words.t(fallback(failure.status()));
    }

    private static Object readable(Object arg) {
        return arg instanceof DataSize size ? Formats.bytes(size.toBytes()) : arg;
    }

    private static String titleKey(int status) {
        var key = "error." + status + ".title";
        return Words.has(key) ? key : fallback(status) + ".title";
    }

    private static String fallback(int status) {
        return status >= OWN_FAULT ? "error.500" : "error.400";
    }
}

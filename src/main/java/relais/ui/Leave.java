package relais.ui;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Sends the browser to another page after a write, whether htmx or the browser itself asked. */
public final class Leave {
    private Leave() {}

    /** Goes to this local path; what it returns is the name of no view. */
    public static @Nullable String to(String path, HttpServletResponse response) {
        if (Face.current().htmx()) {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader("Location", path);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        }
        return null;
    }
}

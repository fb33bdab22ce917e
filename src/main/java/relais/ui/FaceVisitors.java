package relais.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Slot: tells the shell who looks at the page; the module that knows users implements it. */
public interface FaceVisitors {
    /** The visitor who sent this request, none before sign-in. */
    Optional<Visitor> visitor(HttpServletRequest request);

    /** Remembers the language that the visitor of this request chose, wherever they sign in next. */
    default void speaks(HttpServletRequest request, Locale language) {}
}

package relais.records.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import relais.ui.Face;
import relais.ui.Toasts;

/** Tells the page that a record was written, so that parts which show it too can follow. */
public final class Announcements {
    private Announcements() {}

    /** Says the sentence with its undo; the page hears {@code record-changed}, and {@code record-reshaped} when other fields apply now. */
    public static void written(HttpServletResponse response, String sentence, UUID operation, boolean reshaped) {
        Toasts.undoable(response, sentence, operation);
        announce(response, reshaped ? "record-changed, record-reshaped" : "record-changed");
    }

    /** The page hears these events once the answer stands in it. */
    public static void announce(HttpServletResponse response, String events) {
        if (Face.current().htmx()) {
            response.setHeader("HX-Trigger-After-Settle", events);
        }
    }
}

package relais.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What was just done, said in one sentence, with the way back. */
public final class Toasts {
    static final String COOKIE = "toast";
    private static final int SECONDS = 30;

    private Toasts() {}

    /** Says the sentence and offers to undo this operation. */
    public static void undoable(HttpServletResponse response, String sentence, UUID operation) {
        say(response, json(sentence, operation.toString()));
    }

    /** Says the sentence; there is nothing to undo. */
    public static void plain(HttpServletResponse response, String sentence) {
        say(response, json(sentence, ""));
    }

    private static void say(HttpServletResponse response, String toast) {
        if (Face.current().htmx()) {
            response.setHeader("HX-Trigger", "{\"toast\":" + toast + "}");
            return;
        }
        var cookie = new Cookie(
                COOKIE, URLEncoder.encode(toast, StandardCharsets.UTF_8).replace("+", "%20"));
        cookie.setPath("/");
        cookie.setMaxAge(SECONDS);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** Header values travel as ASCII, so everything else is escaped. */
    private static String json(String sentence, String operation) {
        return "{\"sentence\":\"" + escaped(sentence) + "\",\"operation\":\"" + operation + "\"}";
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

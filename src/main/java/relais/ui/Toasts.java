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
    private static final int LONGEST = 120;

    private Toasts() {}

    /** Says the sentence and offers to undo this operation. */
    public static void undoable(HttpServletResponse response, String sentence, UUID operation) {
        say(response, sentence, operation.toString());
    }

    /** Says the sentence; there is nothing to undo. */
    public static void plain(HttpServletResponse response, String sentence) {
        say(response, sentence, "");
    }

    private static void say(HttpServletResponse response, String sentence, String operation) {
        var said = cut(sentence);
        if (Face.current().htmx()) {
            response.setHeader("HX-Trigger", "{\"toast\":" + json(said, operation, '~') + "}");
            return;
        }
        var toast = json(said, operation, Character.MAX_VALUE);
        var cookie = new Cookie(
                COOKIE, URLEncoder.encode(toast, StandardCharsets.UTF_8).replace("+", "%20"));
        cookie.setPath("/");
        cookie.setMaxAge(SECONDS);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** Headers have little room; a sentence on its way may be cut, but no character in two. */
    static String cut(String sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        int end = LONGEST - 1;
        return sentence.substring(0, Character.isHighSurrogate(sentence.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Header values travel as ASCII, so everything else is escaped there; the cookie has an encoding of its own. */
    private static String json(String sentence, String operation, char last) {
        return "{\"sentence\":\"" + escaped(sentence, last) + "\",\"operation\":\"" + operation + "\"}";
    }

    private static String escaped(String text, char last) {
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c < ' ' || c > last || c == '"' || c == '\\' || c == '<') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

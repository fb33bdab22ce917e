package relais.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.LocalPath;

/** Keeps how the visitor likes to see the pages, in this browser. */
@Controller
class PreferencesController {
    private static final int YEAR = 365 * 24 * 3600;

    private final List<FaceVisitors> visitors;

    PreferencesController(List<FaceVisitors> visitors) {
        this.visitors = visitors;
    }

    @PostMapping("/preferences")
    void update(
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String density,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String keys,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (theme != null) {
            keep(response, request, Faces.THEME, Theme.of(theme).code());
        }
        if (density != null) {
            keep(response, request, Faces.DENSITY, Density.of(density).code());
        }
        if (language != null) {
            speak(request, response, Words.nearest(Locale.of(language)));
        }
        if (keys != null) {
            keep(response, request, Faces.KEYS, keys.equals("off") ? "off" : "on");
        }
        back(request, response);
    }

    private void speak(HttpServletRequest request, HttpServletResponse response, Locale language) {
        keep(response, request, Faces.LANGUAGE, language.getLanguage());
        visitors.forEach(slot -> slot.speaks(request, language));
    }

    private static void back(HttpServletRequest request, HttpServletResponse response) {
        if (Face.current().htmx()) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", LocalPath.orHome(request.getParameter("back")));
    }

    private static void keep(HttpServletResponse response, HttpServletRequest request, String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}

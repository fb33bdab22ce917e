package relais.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Makes the face of a request from its visitor, cookies and headers. */
@Component
class Faces {
    static final String THEME = "theme";
    static final String DENSITY = "density";
    static final String LANGUAGE = "lang";
    static final String KEYS = "keys";
    private static final int NONCE_BYTES = 18;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Supplier<List<FaceVisitors>> visitors;
    private final List<NavigationEntry> navigation;
    private final List<Notice> notices;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Faces(
            ObjectProvider<FaceVisitors> visitors,
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<Notice> notices,
            ObjectProvider<Clock> clock) {
        this.visitors = SingletonSupplier.of(() -> visitors.orderedStream().toList()); // sought once, not for each page
        this.notices = notices.orderedStream().toList();
        this.navigation = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    Face of(HttpServletRequest request) {
        return face(
                request,
                visitors.get().stream()
                        .flatMap(slot -> slot.visitor(request).stream())
                        .findFirst());
    }

    /** For failures so early or so deep that nobody can say who asks. */
    Face withoutVisitor(HttpServletRequest request) {
        return face(request, Optional.empty());
    }

    private Face face(HttpServletRequest request, Optional<Visitor> visitor) {
        return new Face(
                language(request, visitor),
                visitor.map(Visitor::zone).orElse(PARIS),
                Theme.of(cookie(request, THEME)),
                Density.of(cookie(request, DENSITY)),
                !cookie(request, KEYS).equals("off"),
                nonce(),
                csrf(request),
                path(request),
                request.getHeader("HX-Request") != null,
                request.getHeader("HX-Target"),
                clock.instant(),
                visitor,
                navigation,
                notices);
    }

    private static Locale language(HttpServletRequest request, Optional<Visitor> visitor) {
        if (visitor.isPresent()) {
            return Words.nearest(visitor.get().locale());
        }
        var chosen = cookie(request, LANGUAGE);
        if (!chosen.isEmpty()) {
            return Words.nearest(Locale.of(chosen));
        }
        return request.getHeader("Accept-Language") == null ? Locale.FRENCH : Words.nearest(request.getLocale());
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return "";
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return "";
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** On an error page the address is the one that failed, not the one of the error page. */
    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        var path = failed instanceof String uri ? uri : request.getRequestURI();
        var query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

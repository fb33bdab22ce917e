package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Our cookies: never read by scripts, bound to the host and to HTTPS where there is HTTPS. */
@Component
class Cookies {
    /** Opens the session. */
    static final String SESSION = "sid";
    /** Ties the sign-in form to the browser that asked for it. */
    static final String BEFORE_SIGN_IN = "pre";
    /** Tells that someone signed in here before, so that strangers' failures do not slow them down. */
    static final String DEVICE = "device";
    /** Stands for a password that was right, while the second step is still to come. */
    static final String HALF = "half";
    /** What the browser carries for us meanwhile; its name goes on with what that is. */
    static final String ERRAND = "errand-";

    private final PublicUrl url;

    Cookies(PublicUrl url) {
        this.url = url;
    }

    Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, fullName(request, name)))
                .map(jakarta.servlet.http.Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** Sets a cookie that ends with the browser. */
    void set(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        write(request, response, name, value, Duration.ofSeconds(-1));
    }

    /** Sets a cookie that stays. */
    void keep(HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        write(request, response, name, value, age);
    }

    void clear(HttpServletRequest request, HttpServletResponse response, String name) {
        write(request, response, name, "", Duration.ZERO);
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(fullName(request, name), value)
                .path("/")
                .httpOnly(true)
                .secure(url.secure(request))
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String fullName(HttpServletRequest request, String name) {
        return url.secure(request) ? "__Host-" + name : name;
    }
}

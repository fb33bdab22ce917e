package relais.platform.web;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that protect every answer, whoever writes it. */
public final class ProtectiveHeaders {
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NOTHING_ALLOWED = "accelerometer=(), autoplay=(), camera=(), display-capture=(), "
            + "encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), hid=(), magnetometer=(), "
            + "microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(self), "
            + "screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    private ProtectiveHeaders() {}

    /** Puts them on this answer; a page replaces the content policy by its own. */
    public static void on(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NOTHING_ALLOWED);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }
}

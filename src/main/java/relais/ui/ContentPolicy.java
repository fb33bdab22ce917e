package relais.ui;

import jakarta.servlet.http.HttpServletResponse;

/** The content security policy of a page: own files only, scripts by nonce. */
final class ContentPolicy {
    private static final String HEADER = "Content-Security-Policy";
    private static final String POLICY =
            "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic'; style-src 'self'; "
                    + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'; object-src 'none'; worker-src 'self'; manifest-src 'self'; report-uri /csp-report";

    private ContentPolicy() {}

    /** The nonce differs for each page, so the page's own policy replaces any earlier one. */
    static void protect(HttpServletResponse response, String nonce) {
        response.setHeader(HEADER, of(nonce));
    }

    static String of(String nonce) {
        return POLICY.formatted(nonce);
    }
}

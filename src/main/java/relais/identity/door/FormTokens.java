package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/** What forms must carry: made from session and workspace, and before sign-in from a signed cookie. */
@Component
class FormTokens implements CsrfTokenRepository {
    private static final String PURPOSE = "before-sign-in";

    private final Cookies cookies;
    private final Signer signer;

    FormTokens(Cookies cookies, Signer signer) {
        this.cookies = cookies;
        this.signer = signer;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Visit.of(request).map(Visit::formToken).orElseGet(Tokens::random));
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var known = Visit.of(request).map(Visit::formToken);
        return known.or(() -> cookies.read(request, Cookies.BEFORE_SIGN_IN)
                        .flatMap(signed -> signer.verified(PURPOSE, signed)))
                .map(FormTokens::token)
                .orElse(null);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && Visit.of(request).isEmpty() && !response.isCommitted()) {
            cookies.set(request, response, Cookies.BEFORE_SIGN_IN, signer.sign(PURPOSE, token.getToken()));
        }
    }

    static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }
}

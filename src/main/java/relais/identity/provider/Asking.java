package relais.identity.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import relais.identity.door.PublicUrl;
import relais.identity.door.Tokens;
import relais.platform.outbound.Outbound;
import relais.platform.outbound.Unreached;

/** Asks a provider who somebody is: by a code that only we can exchange (authorization code, PKCE). */
@Component
class Asking {
    static final String CALLBACK = "/sign-in/provider/callback";
    private static final int MOST = 64 * 1024;

    private final Discovery discovery;
    private final Outbound outbound;
    private final PublicUrl url;

    Asking(Discovery discovery, Outbound outbound, PublicUrl url) {
        this.discovery = discovery;
        this.outbound = outbound;
        this.url = url;
    }

    /** Where the provider sends people back to. */
    String callback() {
        return url.link(CALLBACK);
    }

    /** Where to send somebody, who comes back with a code. */
    String address(Provider provider, Departure departure) throws Unsaid {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", provider.clientId());
        asked.put("redirect_uri", callback());
        asked.put("scope", "openid email profile");
        asked.put("state", departure.state());
        asked.put("nonce", departure.nonce());
        asked.put("code_challenge", Tokens.digest(departure.verifier()));
        asked.put("code_challenge_method", "S256");
        var where = discovery.of(provider.issuer()).authorization().toString();
        return where + (where.contains("?") ? "&" : "?") + form(asked);
    }

    /** The ID token that the provider gives for the code. */
    String token(Provider provider, Discovery.Described described, Departure departure, String code) throws Unsaid {
        var asked = new LinkedHashMap<String, String>();
        asked.put("grant_type", "authorization_code");
        asked.put("code", code);
        asked.put("redirect_uri", callback());
        asked.put("code_verifier", departure.verifier());
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json");
        if (described.basic()) {
            headers.put("Authorization", "Basic " + basic(provider));
        } else {
            asked.put("client_id", provider.clientId());
            asked.put("client_secret", provider.secret());
        }
        var said = Discovery.read(post(described.token(), headers, form(asked)));
        var token = said.path("id_token").asString("");
        if (token.isEmpty()) {
            throw new Unsaid("token");
        }
        return token;
    }

    private String post(URI address, Map<String, String> headers, String body) throws Unsaid {
        try {
            var reply = outbound.ask("POST", address, headers, body.getBytes(StandardCharsets.UTF_8), MOST);
            if (reply.status() == 400 || reply.status() == 401) {
                throw new Unsaid("client");
            }
            if (reply.status() != 200) {
                throw new Unsaid("unreached");
            }
            return reply.text();
        } catch (Unreached unreached) {
            throw Discovery.because(unreached);
        }
    }

    private static String basic(Provider provider) {
        var both = encoded(provider.clientId()) + ":" + encoded(provider.secret());
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

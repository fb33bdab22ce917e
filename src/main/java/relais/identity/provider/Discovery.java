package relais.identity.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.outbound.Outbound;
import relais.platform.outbound.Unreached;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a provider says of itself: where it is asked what, and by which keys it signs; believed for some minutes. */
@Component
class Discovery {
    private static final int MOST = 256 * 1024;
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .build();

    private final Outbound outbound;
    private final Cache<String, Described> described = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(1_000)
            .build();
    private final Cache<URI, JWKSet> keys = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(1_000)
            .build();
    private final Cache<URI, Boolean> askedAgain = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1_000)
            .build();

    Discovery(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Where a provider is asked what. */
    record Described(String issuer, URI authorization, URI token, URI keys, boolean basic, boolean named) {}

    /** What the provider says of itself. */
    Described of(String issuer) throws Unsaid {
        var known = described.getIfPresent(issuer);
        return known == null ? fresh(issuer) : known;
    }

    /** Asks the provider anew. */
    Described fresh(String issuer) throws Unsaid {
        var said = json(address(issuer.replaceAll("/$", "") + WELL_KNOWN));
        if (!said.path("issuer").asString("").equals(issuer)) {
            throw new Unsaid("issuer");
        }
        var methods = said.path("token_endpoint_auth_methods_supported");
        var found = new Described(
                issuer,
                address(said.path("authorization_endpoint").asString("")),
                address(said.path("token_endpoint").asString("")),
                address(said.path("jwks_uri").asString("")),
                methods.isMissingNode() || holds(methods, "client_secret_basic"),
                said.path("authorization_response_iss_parameter_supported").asBoolean(false));
        described.put(issuer, found);
        return found;
    }

    /** By which keys it signs; asked anew for a key that is not among them, once a minute at most. */
    JWKSet keys(Described provider, @Nullable String keyId) throws Unsaid {
        var known = keys.getIfPresent(provider.keys());
        boolean missing = known == null || keyId != null && known.getKeyByKeyId(keyId) == null;
        if (known != null && (!missing || askedAgain.getIfPresent(provider.keys()) != null)) {
            return known;
        }
        askedAgain.put(provider.keys(), true);
        try {
            var fresh = JWKSet.parse(text(provider.keys()));
            keys.put(provider.keys(), fresh);
            return fresh;
        } catch (ParseException nonsense) {
            throw new Unsaid("nonsense");
        }
    }

    /** Reads an answer of a provider, which is written by strangers. */
    static JsonNode read(String text) throws Unsaid {
        try {
            var node = JSON.readTree(text);
            if (node == null || !node.isObject()) {
                throw new Unsaid("nonsense");
            }
            return node;
        } catch (JacksonException nonsense) {
            throw new Unsaid("nonsense");
        }
    }

    private JsonNode json(URI address) throws Unsaid {
        return read(text(address));
    }

    private String text(URI address) throws Unsaid {
        try {
            var reply = outbound.ask("GET", address, Map.of("Accept", "application/json"), new byte[0], MOST);
            if (reply.status() != 200) {
                throw new Unsaid("unreached");
            }
            return reply.text();
        } catch (Unreached unreached) {
            throw because(unreached);
        }
    }

    /** Open and closed ports of the same place sound alike. */
    static Unsaid because(Unreached unreached) {
        return switch (unreached.code()) {
            case Unreached.PRIVATE -> new Unsaid("private");
            case Unreached.NONSENSE, Unreached.LARGE -> new Unsaid("nonsense");
            default -> new Unsaid("unreached");
        };
    }

    private URI address(String text) throws Unsaid {
        try {
            var address = URI.create(text);
            if (address.getHost() == null
                    || address.getScheme() == null
                    || !address.getScheme().matches("https?")
                    || address.getUserInfo() != null
                    || address.getFragment() != null) {
                throw new Unsaid("address");
            }
            var objection = outbound.objection(address);
            if (objection != null) {
                throw new Unsaid(objection.equals(Unreached.PRIVATE) ? "private" : "address");
            }
            return address;
        } catch (IllegalArgumentException nonsense) {
            throw new Unsaid("address");
        }
    }

    private static boolean holds(JsonNode names, String name) {
        return names.valueStream().anyMatch(one -> one.asString("").equals(name));
    }
}

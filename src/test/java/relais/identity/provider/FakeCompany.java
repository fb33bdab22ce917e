package relais.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A provider of OpenID Connect over real HTTP: it checks what it is asked as real ones do, and lies when told to. */
final class FakeCompany implements AutoCloseable {
    static final String CLIENT = "relais";
    static final String SECRET = "très secret: +&=";

    final RSAKey key;
    /** What is answered in place of the truth, by path. */
    final Map<String, Answering> lies = new ConcurrentHashMap<>();
    /** How ID tokens are signed. */
    Function<JWTClaimsSet, String> signing = this::signed;

    private final HttpServer server;
    private final Map<String, Issued> codes = new ConcurrentHashMap<>();

    interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    private record Issued(String challenge, String redirect, JWTClaimsSet claims) {}

    FakeCompany() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody signed in there: the code they come back with, for what their browser asked. */
    String code(Map<String, String> asked, JWTClaimsSet claims) {
        var code = "code-" + codes.size() + "-" + System.nanoTime();
        codes.put(code, new Issued(asked.get("code_challenge"), asked.get("redirect_uri"), claims));
        return code;
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, key, JWSAlgorithm.RS256);
    }

    static String signed(JWTClaimsSet claims, RSAKey by, JWSAlgorithm algorithm) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(by.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var lie = lies.get(path);
        if (lie != null) {
            lie.to(exchange);
            return;
        }
        switch (path) {
            case "/.well-known/openid-configuration" -> json(exchange, 200, described());
            case "/keys" -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            case "/token" -> token(exchange);
            default -> json(exchange, 404, "{}");
        }
    }

    String described() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys","token_endpoint_auth_methods_supported":["client_secret_basic"]}""".formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var issued = codes.remove(form.getOrDefault("code", ""));
        boolean known = ("Basic " + basic()).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean right = issued != null
                && issued.challenge().equals(digest(form.get("code_verifier")))
                && issued.redirect().equals(form.get("redirect_uri"));
        if (!known || !right) {
            json(exchange, known ? 400 : 401, "{\"error\":\"invalid_grant\"}");
            return;
        }
        json(
                exchange,
                200,
                "{\"token_type\":\"Bearer\",\"access_token\":\"x\",\"id_token\":\"" + signing.apply(issued.claims())
                        + "\"}");
    }

    static void json(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> other,
                        HashMap::new));
    }

    private static String basic() {
        var both = java.net.URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                + java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

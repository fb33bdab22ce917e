package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import relais.identity.tokens.AccessTokens;
import relais.records.types.Values;
import relais.world.World;
import tools.jackson.databind.JsonNode;

/** A program that uses the API over plain HTTP with a token. */
final class Program {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Program(String base, String token) {
        this.base = base;
        headers.put("Accept-Language", "en");
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
    }

    /** A program of this person, with these scopes. */
    static Program of(ApplicationContext context, World.Company company, World.Person person, String... scopes) {
        var secret = context.getBean(AccessTokens.class)
                .make(company.id(), person.id(), "Programme", List.of(scopes), Duration.ofDays(1));
        return with(context, secret);
    }

    /** A program with this token, or without any. */
    static Program with(ApplicationContext context, String token) {
        return new Program("http://localhost:" + context.getEnvironment().getProperty("local.server.port"), token);
    }

    /** An answer, read. */
    record Answer(HttpResponse<String> raw, JsonNode body) {
        int status() {
            return raw.statusCode();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String text(String name) {
            return body.path(name).asString("");
        }

        /** The answer, which must have this status. */
        Answer is(int status) {
            assertThat(raw.statusCode()).as("%s: %s", raw.uri(), raw.body()).isEqualTo(status);
            return this;
        }

        /** The problem document, which must have this status and code. */
        Answer problem(int status, String code) {
            is(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(text("code")).as(raw.body()).isEqualTo(code);
            assertThat(body.path("status").asInt()).isEqualTo(status);
            assertThat(text("detail"))
                    .isNotBlank()
                    .doesNotContain("Exception")
                    .doesNotStartWith("api.")
                    .doesNotContain("{");
            return this;
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String json, String... more) {
        return send("POST", path, json, more);
    }

    Answer patch(String path, String json, String... more) {
        return send("PATCH", path, json, more);
    }

    Answer delete(String path, String... more) {
        return send("DELETE", path, null, more);
    }

    Answer send(String method, String path, String json, String... more) {
        var body = json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        headers.forEach(request::header);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < more.length; i += 2) {
            request.setHeader(more[i], more[i + 1]);
        }
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            var body = Values.parseOrNull(response.body());
            return new Answer(response, body == null ? Values.none() : body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        return request;
    }
}

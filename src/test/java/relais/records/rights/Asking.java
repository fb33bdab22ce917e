package relais.records.rights;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationContext;
import relais.identity.tokens.AccessTokens;
import relais.world.Routes;
import relais.world.World;

/** A program of one person that may use the whole API, as far as its person may. */
final class Asking {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> SCOPES = List.of(
            "customers:read",
            "customers:write",
            "affiliations:read",
            "affiliations:write",
            "notes:read",
            "notes:write",
            "directory:read",
            "operations:read",
            "operations:undo");

    private final String base;
    private final String token;

    private Asking(String base, String token) {
        this.base = base;
        this.token = token;
    }

    static Asking of(ApplicationContext context, World.Company company, World.Person person) {
        var token = context.getBean(AccessTokens.class)
                .make(company.id(), person.id(), "Matrice", SCOPES, Duration.ofDays(1));
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new Asking("http://localhost:" + port, token);
    }

    HttpResponse<String> ask(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int status(String method, String path, String body) {
        return ask(method, path, body).statusCode();
    }

    /** The path of a route with these identifiers in it. */
    static String path(Routes.Route route, String customer, String note, String operation) {
        var path = route.path()
                .replace(":[0-9a-f-]{36}", "")
                .replace("{customer}", customer)
                .replace("{note}", note);
        if (path.contains("/operations/{id}")) {
            path = path.replace("{id}", operation);
        }
        if (path.startsWith("/customers/")
                || path.startsWith("/records/")
                || path.contains("{objects")
                || path.contains("{plural")) {
            path = path.replace("{id}", customer);
        }
        return path.replaceAll("\\{plural:[^}]*}", "customers")
                .replaceAll("\\{objects:[^}]*}", "customers")
                .replaceAll("\\{object[^}]*}", "customer")
                .replace("{field}", "tier")
                .replace("{key}", "all")
                .replaceAll("\\{path:[^}]*}", "sites")
                .replaceAll("\\{what:[^}]*}", "archiving")
                .replace("{code}", "reader")
                .replaceAll("\\{[^}]*}", "0197a000-0000-7000-8000-000000000000");
    }
}

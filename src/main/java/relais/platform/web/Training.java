package relais.platform.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Uses a throwaway Relais like a person would, so that Java learns what later starts need, and ends it. */
@Component
@ConditionalOnProperty("relais.training")
class Training {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");
    private final List<TrainingPath> paths;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Training(List<TrainingPath> paths) {
        this.paths = paths;
    }

    @EventListener
    void train(ApplicationReadyEvent event) {
        ApplicationContext context = event.getApplicationContext();
        String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        Thread.ofPlatform().start(() -> {
            try {
                visit(base);
            } catch (IOException | InterruptedException e) {
                System.err.println("The training was cut short: " + e);
            }
            System.exit(SpringApplication.exit(context));
        });
    }

    private void visit(String base) throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            get(base + "/health");
            String page = get(base + "/").body();
            for (String link : links(page)) {
                get(base + link);
            }
            for (TrainingPath path : paths) {
                path.use(client, URI.create(base));
            }
        }
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(Training::path)
                .toList();
    }

    private static String path(String link) {
        return Optional.of(LINK.matcher(link))
                .filter(java.util.regex.Matcher::find)
                .orElseThrow()
                .group(1);
    }
}

package relais.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.Relais;
import relais.identity.factors.Enrolling;
import relais.platform.database.Folders;
import relais.platform.files.Home;
import relais.world.Browser;
import relais.world.Homes;
import relais.world.World;

class DatabaseAwayTest {
    private static final String EMAIL = "ines@verdier.example";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private Home home;
    private Process relais;
    private String url;

    @BeforeEach
    void startRelais() throws Exception {
        home = Homes.throwaway();
        var program = Homes.program(Relais.class, "start", "--home", home.path().toString(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        program.environment()
                .putAll(Map.of(
                        "RELAIS_ADMIN_EMAIL",
                        EMAIL,
                        "RELAIS_ADMIN_PASSWORD",
                        World.PASSWORD,
                        "RELAIS_WORKSPACE",
                        "Maison Verdier"));
        relais = program.start();
        url = readyAt(relais.inputReader());
        Thread.ofVirtual()
                .start(() -> relais.inputReader().lines().forEach(said::add)); // a full pipe would hold Relais
    }

    @AfterEach
    void stopRelais() throws Exception {
        relais.destroy();
        assertThat(relais.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(home.path().resolve("postgres/data/postmaster.pid"))
                .as("the database is stopped too")
                .doesNotExist();
        Folders.delete(home.path());
    }

    @Test
    void aStoppedDatabaseIsSaidOnThePageAndRelaisRecoversByItself() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        long postmaster = postmaster();
        kill("STOP", relais.pid()); // so that the moment without a database can be seen
        kill("KILL", postmaster);
        kill("CONT", relais.pid());
        HttpResponse<String> page = untilStatus("/sign-in", 503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.headers().firstValue("Content-Type").orElse("")).contains("text/html");
        assertThat(page.body()).doesNotContain("Exception").doesNotContain("SQL");
        assertThat(untilStatus("/sign-in", 200).body()).contains("<form");
        assertThat(untilStatus("/health", 200).body()).contains("up");
    }

    @Test
    void whoeverAsksWhileTheDatabaseDiesIsToldSoAndNothingElse() throws Exception {
        var browser = Browser.at(URI.create(url).getPort());
        browser.signIn(EMAIL, World.PASSWORD);
        Enrolling.afterThePassword(browser);
        assertThat(browser.get("/customers").statusCode()).isEqualTo(200);
        for (int kill = 0; kill < 3; kill++) {
            assertThat(amidARequest(browser))
                    .as(() -> "said: " + said)
                    .isNotEmpty()
                    .allMatch(DatabaseAwayTest::asAgreed, "200 or 503");
            for (int n = 0; browser.get("/customers").statusCode() != 200 && n < 600; n++) {
                Thread.sleep(50);
            }
            assertThat(browser.get("/customers").statusCode()).isEqualTo(200);
        }
    }

    private static boolean asAgreed(HttpResponse<String> answer) {
        return answer.statusCode() == 200 || answer.statusCode() == 503;
    }

    /** The requests wait for a server that is held; it dies, with everyone who works for it, and they are answered. */
    private List<HttpResponse<String>> amidARequest(Browser browser) throws Exception {
        long postmaster = postmaster();
        var servants = ProcessHandle.of(postmaster).orElseThrow().children().toList();
        for (var servant : servants) {
            kill("STOP", servant.pid());
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            for (var path : List.of("/customers", "/customers?q=a", "/operations", "/account", "/imports", "/")) {
                answers.add(people.submit(() -> browser.get(path)));
            }
            Thread.sleep(300);
            kill("KILL", postmaster);
            for (var servant : servants) {
                kill("KILL", servant.pid());
            }
            var all = new ArrayList<HttpResponse<String>>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private HttpResponse<String> untilStatus(String path, int status) throws Exception {
        HttpResponse<String> answer = get(path);
        for (int n = 0; answer.statusCode() != status && n < 3_000; n++) {
            Thread.sleep(5);
            answer = get(path);
        }
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html");
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private long postmaster() throws Exception {
        Path pidFile = home.path().resolve("postgres/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    }

    private static void kill(String signal, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }

    private static String readyAt(BufferedReader output) throws Exception {
        var ready = Pattern.compile("Relais is ready at (\\S+) in .*");
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            var matcher = ready.matcher(line);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        throw new AssertionError("Relais did not start");
    }
}

package relais.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.Relais;
import relais.platform.database.Folders;
import relais.platform.files.Home;
import relais.world.Homes;

class DatabaseAwayTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private Home home;
    private Process relais;
    private String url;

    @BeforeEach
    void startRelais() throws Exception {
        home = Homes.throwaway();
        relais = Homes.inAnotherProcess(
                Relais.class, "start", "--home", home.path().toString(), "--port", "0");
        url = readyAt(relais.inputReader());
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

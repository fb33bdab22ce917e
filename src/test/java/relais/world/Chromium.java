package relais.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium in which a person of the world works; closing it fails when a page complained of anything: an error
 * of a script, something the content policy refused, a missing file.
 */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    /** What a browser tells of answers that forms live with, and of a page that is left while it comes in. */
    private final List<String> expected =
            new ArrayList<>(List.of("status of 409", "status of 422", "Transition was aborted"));

    private Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** What the browser tells of an answer that a test provokes is no complaint. */
    public void expect(String words) {
        expected.add(words);
    }

    /** Starts Chromium; where it is not installed the journey is skipped, in CI it fails. */
    public static Chromium start() {
        boolean there = Files.isExecutable(PROGRAM);
        if (!there && System.getenv("RELAIS_CI") != null) {
            throw new AssertionError("Chromium is not installed; in CI no journey may be skipped");
        }
        Assumptions.assumeTrue(there, "Chromium is not installed: browser journeys skipped");
        return new Chromium();
    }

    /** A fresh window at this address. */
    public Page window(String base, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, height)
                .setLocale("fr-FR"));
        context.setDefaultTimeout(15_000);
        context.exposeFunction("violated", told -> complaints.add("policy: " + told[0]));
        context.addInitScript("document.addEventListener('securitypolicyviolation', (event) => violated("
                + "`${location} ${event.effectiveDirective} ${event.sourceFile}:${event.lineNumber} `"
                + " + (event.target.outerHTML ?? '').slice(0, 200)))");
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complain(page, message.text());
            }
        });
        page.onPageError(error -> complain(page, error));
        return page;
    }

    private void complain(Page page, String text) {
        if (expected.stream().noneMatch(text::contains)) {
            complaints.add(page.url() + ": " + text);
        }
    }

    /** A picture of the window, taken without the styles that Playwright would put into the page. */
    public static void picture(Page page, Path file) throws IOException {
        var session = page.context().newCDPSession(page);
        var answer = session.send("Page.captureScreenshot");
        Files.write(file, Base64.getDecoder().decode(answer.get("data").getAsString()));
        session.detach();
    }

    /** Signs in by typing. */
    public static void signIn(Page page, World.Person person) {
        page.navigate("/sign-in");
        page.fill("input[type=email]", person.email());
        page.fill("input[type=password]", World.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** No accessibility rule is broken on the page as it stands. */
    public static void accessible(Page page) {
        var found = new AxeBuilder(page).analyze().getViolations();
        assertThat(found)
                .as(page.url() + " "
                        + found.stream()
                                .map(v -> v.getId() + " "
                                        + v.getNodes().stream()
                                                .limit(3)
                                                .map(n -> n.getHtml())
                                                .toList())
                                .toList())
                .isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
        assertThat(complaints).as("what the pages complained of").isEmpty();
    }
}

package relais.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium in which a person of the world works; everything the page complains of is kept. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
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
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
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

    /** Errors of scripts and of the content policy so far. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}

package relais.identity.account;

import java.util.List;
import relais.ui.Words;

/** Names a browser and its system from what it says of itself, for people to recognise. */
public final class Devices {
    private static final List<String> BROWSERS = List.of("Firefox", "Edg", "OPR", "Chrome", "Safari", "curl");
    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "CrOS", "Linux");

    private Devices() {}

    /** Such as "Firefox, Windows". */
    public static String name(String agent) {
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        if (browser.isEmpty()) {
            return Words.t("account.device.unknown");
        }
        return system.isEmpty() ? said(browser) : said(browser) + ", " + said(system);
    }

    private static String first(List<String> names, String agent) {
        return names.stream().filter(agent::contains).findFirst().orElse("");
    }

    private static String said(String name) {
        return switch (name) {
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "Mac OS" -> "macOS";
            case "CrOS" -> "ChromeOS";
            default -> name;
        };
    }
}

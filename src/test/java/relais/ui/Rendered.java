package relais.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages rendered as a visitor sees them, without server and database. */
public final class Rendered {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Rendered.class.getClassLoader(), "relais");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-11-26T13:30:00Z");

    private Rendered() {}

    /** A template as Claire, an administrator, sees it. */
    public static String page(String template, Map<String, Object> model, Locale locale, Theme theme) {
        return with(face(locale, theme, null, Optional.of(claire(locale))), template, model);
    }

    /** A template as somebody sees it who has not signed in. */
    public static String strangersPage(String template, Map<String, Object> model, Locale locale, Theme theme) {
        return with(face(locale, theme, null, Optional.empty()), template, model);
    }

    /** The page of an error without session. */
    public static String wrongPage() {
        var shown = new ErrorPages.Shown(404, "Rien à cette adresse", "Cette page n’existe pas.", "7F3-20C", "", false);
        return strangersPage("ui/error", Map.of("shown", shown), Locale.FRENCH, Theme.LIGHT);
    }

    /** Whether this is the address of a file of the face. */
    public static boolean isFile(String address) {
        return address.startsWith(Assets.FOLDER);
    }

    /** The file of the face at this address. */
    public static byte[] file(String address) {
        return asset(address).plain();
    }

    /** The media type of the file at this address. */
    public static String type(String address) {
        return asset(address).type();
    }

    /** The content policy that pages are sent with. */
    public static String policy() {
        return ContentPolicy.of("nonce");
    }

    private static Asset asset(String address) {
        return Assets.all().values().stream()
                .filter(asset -> asset.url().equals(address))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(address));
    }

    /** A template as htmx receives it for this target. */
    static String fragment(String template, Map<String, Object> model, String target) {
        return with(face(Locale.FRENCH, Theme.LIGHT, target, Optional.of(claire(Locale.FRENCH))), template, model);
    }

    private static String with(Face face, String template, Map<String, Object> model) {
        return ScopedValue.where(Face.CURRENT, face).call(() -> {
            var output = new StringOutput();
            ENGINE.render(template + ".jte", model, output);
            return output.toString();
        });
    }

    private static Face face(Locale locale, Theme theme, @Nullable String target, Optional<Visitor> visitor) {
        return new Face(
                locale,
                PARIS,
                theme,
                Density.NORMAL,
                true,
                "nonce",
                "token",
                "/design",
                target != null,
                target,
                NOW,
                visitor,
                List.of(
                        entry("customers", "design.customer", "building-2", "c"),
                        entry("imports", "design.step.import", "upload", "i"),
                        entry("design", "design.marks", "history", "o"),
                        entry("settings", "design.group", "settings-2", "s")));
    }

    private static Visitor claire(Locale locale) {
        var verdier = new UUID(1, 1);
        return new Visitor(
                new UUID(7, 20),
                "Claire Aubry",
                verdier,
                "Maison Verdier",
                "Lyon Part-Dieu",
                List.of(
                        new Visitor.Workspace(verdier, "Maison Verdier"),
                        new Visitor.Workspace(new UUID(1, 2), "Essai")),
                locale,
                PARIS,
                true);
    }

    private static NavigationEntry entry(String id, String labelKey, String icon, String key) {
        return new NavigationEntry() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String labelKey() {
                return labelKey;
            }

            @Override
            public String icon() {
                return icon;
            }

            @Override
            public String href() {
                return "/" + id;
            }

            @Override
            public int order() {
                return 1;
            }

            @Override
            public boolean visible() {
                return true;
            }

            @Override
            public String key() {
                return key;
            }
        };
    }
}

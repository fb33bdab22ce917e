package relais.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the current page looks, and to whom: language, zone, theme, visitor, navigation. */
public record Face(
        Locale locale,
        ZoneId zone,
        Theme theme,
        Density density,
        boolean singleKeys,
        String nonce,
        String csrf,
        String path,
        boolean htmx,
        @Nullable String target,
        Instant now,
        Optional<Visitor> visitor,
        List<NavigationEntry> navigation,
        List<Notice> slots) {

    /** The face of the request that is being answered. */
    public static final ScopedValue<Face> CURRENT = ScopedValue.newInstance();

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A face without notices. */
    public Face(
            Locale locale,
            ZoneId zone,
            Theme theme,
            Density density,
            boolean singleKeys,
            String nonce,
            String csrf,
            String path,
            boolean htmx,
            @Nullable String target,
            Instant now,
            Optional<Visitor> visitor,
            List<NavigationEntry> navigation) {
        this(
                locale,
                zone,
                theme,
                density,
                singleKeys,
                nonce,
                csrf,
                path,
                htmx,
                target,
                now,
                visitor,
                navigation,
                List.of());
    }

    /** The face of the current request, or a plain French one outside of any request. */
    public static Face current() {
        return CURRENT.isBound() ? CURRENT.get() : plain(Locale.FRENCH);
    }

    /** The language of the current page. */
    public static Locale language() {
        return CURRENT.isBound() ? CURRENT.get().locale() : Locale.FRENCH;
    }

    /** A face without visitor, for work outside of any request. */
    public static Face plain(Locale locale) {
        return new Face(
                Words.nearest(locale),
                PARIS,
                Theme.SYSTEM,
                Density.NORMAL,
                true,
                "",
                "",
                "/",
                false,
                null,
                Instant.now(),
                Optional.empty(),
                List.of());
    }

    /** The entries of the side bar that the visitor sees. */
    public List<NavigationEntry> entries() {
        return navigation.stream()
                .flatMap(e -> Stream.concat(Stream.of(e), e.more().stream()))
                .filter(NavigationEntry::visible)
                .toList();
    }

    /** What is pinned to the side bar. */
    public List<NavigationLink> pinned() {
        return entries().stream().flatMap(e -> e.pinned().stream()).toList();
    }

    /** What is to be said at the top of the page, to those who are signed in. */
    public List<Notice.Shown> notices() {
        return visitor.isEmpty()
                ? List.of()
                : slots.stream().flatMap(n -> n.shown().stream()).toList();
    }

    /** Whether htmx asks for the sheet alone, so that the shell around it stays. */
    public boolean sheetOnly() {
        return htmx && "main".equals(target);
    }

    /** The workspace that every form carries, so that a form of another one is refused. */
    public String workspace() {
        return visitor.map(v -> v.workspace().toString()).orElse("");
    }

    /** The headers that htmx adds to every request. */
    public String headers() {
        return "{\"X-CSRF-TOKEN\":\"%s\",\"X-Workspace\":\"%s\"}".formatted(csrf, workspace());
    }
}

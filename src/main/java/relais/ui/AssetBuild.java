package relais.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Joins the styles and scripts of all modules to one stylesheet and one script. */
final class AssetBuild {
    private static final String HTMX = "classpath:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
    private static final Map<String, String> FILES = Map.of(
            "hanken-grotesk-latin.woff2", "font/woff2",
            "hanken-grotesk-latin-ext.woff2", "font/woff2",
            "icons.svg", "image/svg+xml",
            "favicon.svg", "image/svg+xml");

    /** Pages that few people visit have a stylesheet of their own, named like their entry in the navigation. */
    private static final Map<String, List<String>> OWN = Map.of(
            "design", List.of("ui/design/"),
            "imports", List.of("records/imports/"),
            "account", List.of("identity/factors/", "identity/passkeys/"),
            "operations", List.of("records/operations/"),
            "trash", List.of("records/trash/", "records/operations/"),
            "settings",
                    List.of(
                            "identity/team/",
                            "identity/tokens/",
                            "identity/access/",
                            "records/fields/",
                            "records/objects/",
                            "integration/webhooks/"));

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final Map<String, Asset> made = new LinkedHashMap<>();
    private final @Nullable Path sources;

    AssetBuild(@Nullable Path sources) {
        this.sources = sources;
    }

    Map<String, Asset> make() {
        FILES.forEach((name, type) -> add(name, type, bytes("classpath:static/face/" + name)));
        var own = OWN.values().stream().flatMap(List::stream).toList();
        stylesheet("relais", name -> !starts(name, own));
        OWN.forEach((page, folders) -> stylesheet(page, name -> starts(name, folders)));
        add("relais.js", "text/javascript;charset=UTF-8", script().getBytes(StandardCharsets.UTF_8));
        return Map.copyOf(made);
    }

    private void add(String name, String type, byte[] bytes) {
        made.put(name, Asset.of(name, type, bytes));
    }

    /** Tokens first: they declare the order of the layers. Addresses of files become the hashed ones. */
    private void stylesheet(String page, Predicate<String> wanted) {
        var css = new StringBuilder();
        parts("css").forEach((name, text) -> css.append(wanted.test(name) ? tight(text) : ""));
        var joined = css.toString();
        for (var file : made.entrySet()) {
            joined = joined.replace(
                    "url(" + file.getKey() + ")", "url(" + file.getValue().url() + ")");
        }
        add(page + ".css", "text/css;charset=UTF-8", joined.strip().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean starts(String name, List<String> folders) {
        return folders.stream().anyMatch(name::startsWith);
    }

    /** Without comments and without the spaces and zeros that only people need. */
    private static String tight(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,]) ?", "$1")
                .replaceAll(" ?> ?", ">")
                .replaceAll("(?<=[ (,:/-])0(?=\\.\\d)", "")
                .replaceAll("(?<=[ (,:/-])(\\.\\d*[1-9])0+(?=[ ),;/}])", "$1")
                .replace(": ", ":")
                .replace(";}", "}")
                .strip();
    }

    /** Each file keeps its names to itself; htmx comes first. */
    private String script() {
        var js = new StringBuilder(new String(bytes(HTMX), StandardCharsets.UTF_8)).append('\n');
        parts("js")
                .forEach((name, text) ->
                        js.append("(()=>{\"use strict\";\n").append(text).append("\n})();\n"));
        return js.toString();
    }

    private Map<String, String> parts(String ending) {
        var parts = new TreeMap<String, String>(Comparator.comparing((String name) -> !name.equals("ui/tokens.css"))
                .thenComparing(name -> !name.startsWith("ui/"))
                .thenComparing(Comparator.naturalOrder()));
        if (sources == null) {
            fromClasspath(parts, ending);
        } else {
            fromSources(parts, sources, ending);
        }
        return parts;
    }

    private void fromClasspath(Map<String, String> parts, String ending) {
        try {
            for (Resource file : resources.getResources("classpath*:static/m/**/*." + ending)) {
                var address = file.getURL().toString();
                var name = address.substring(address.lastIndexOf("/static/m/") + "/static/m/".length());
                parts.put(name, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fromSources(Map<String, String> parts, Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.filter(f -> f.toString().endsWith("." + ending))::iterator) {
                parts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(String pattern) {
        try {
            var found = resources.getResources(pattern);
            if (found.length == 0) {
                throw new IllegalStateException("Not on the classpath: " + pattern);
            }
            return found[0].getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

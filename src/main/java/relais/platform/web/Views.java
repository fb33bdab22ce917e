package relais.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders the typed templates that lie beside the Java of their module: {@code customers/index} is {@code relais/customers/index.jte}. */
@Component
public class Views implements ViewResolver, Ordered {
    private final TemplateEngine engine;

    Views(@Value("${relais.dev:false}") boolean dev) {
        engine = dev ? reloading() : precompiled();
    }

    /** The HTML of one template, for answers of several fragments. */
    public String render(String name, Map<String, ?> model) {
        return new String(bytes(name, model).toByteArray(), StandardCharsets.UTF_8);
    }

    /** Writes the HTML of one template into a page that is being written. */
    public void render(String name, Map<String, ?> model, TemplateOutput page) {
        engine.render(name + ".jte", new HashMap<>(model), page);
    }

    private Utf8ByteOutput bytes(String name, Map<String, ?> model) {
        var out = new Utf8ByteOutput();
        render(name, model, out);
        return out;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE; // otherwise Spring's own resolver answers first, with a 404
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (!engine.hasTemplate(name + ".jte")) {
            return null;
        }
        return (model, request, response) -> {
            var html = bytes(name, model == null ? Map.of() : model);
            if (response.getContentType() == null) {
                response.setContentType("text/html;charset=UTF-8");
            }
            response.setContentLength(html.getContentLength());
            response.getOutputStream().write(html.toByteArray()); // in one piece: part by part takes the server longer
        };
    }

    private static TemplateEngine precompiled() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, Views.class.getClassLoader(), "relais");
    }

    private static TemplateEngine reloading() {
        var resolver = new DirectoryCodeResolver(Path.of("src/main/java/relais"));
        return TemplateEngine.create(
                resolver, Path.of("target/jte-dev"), ContentType.Html, new WithoutTemplates(), "relais");
    }

    /** Hides the templates compiled at build time, or the stale ones would win over the reloaded. */
    private static final class WithoutTemplates extends ClassLoader {
        WithoutTemplates() {
            super(Views.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.matches(".*\\.Jte\\w+Generated(\\$.*)?")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}

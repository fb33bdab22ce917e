package relais.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The compiled templates; while developing, they are compiled again when they change. */
@Component
class Templates {
    private static final Path SOURCES = Path.of("src", "main", "java", "relais");
    private final TemplateEngine engine;

    Templates(@Value("${relais.dev:false}") boolean dev) {
        boolean reload = dev && Files.isDirectory(SOURCES);
        Assets.reload(reload ? SOURCES : null);
        this.engine = reload ? developing() : precompiled();
    }

    TemplateEngine engine() {
        return engine;
    }

    private static TemplateEngine precompiled() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), "relais");
        engine.setBinaryStaticContent(false);
        return engine;
    }

    private static TemplateEngine developing() {
        var parent = Templates.class.getClassLoader();
        var withoutCompiled = new ClassLoader(parent) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.matches(".*\\.Jte\\w+Generated")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        return TemplateEngine.create(
                new DirectoryCodeResolver(SOURCES),
                Path.of("target", "jte-dev"),
                ContentType.Html,
                withoutCompiled,
                "relais");
    }
}

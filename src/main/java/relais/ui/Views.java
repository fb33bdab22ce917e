package relais.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the template of a view name such as {@code customers/index}. */
@Component
class Views implements ViewResolver, Ordered {
    private final TemplateEngine engine;

    Views(Templates templates) {
        this.engine = templates.engine();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        if (!engine.hasTemplate(template)) {
            return null;
        }
        return (model, request, response) -> {
            var output = new Utf8ByteOutput();
            engine.render(template, new HashMap<String, Object>(model), output);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        };
    }
}

package relais.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Tells the framework the language of the face, so that its headers say what the page speaks. */
@Component("localeResolver")
class FaceLocale implements LocaleResolver {
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Face.language();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The visitor's preferences decide the language");
    }
}

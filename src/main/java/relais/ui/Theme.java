package relais.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark, or whatever the visitor's system says. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The value of the page's {@code data-theme}, absent when the system decides. */
    public @Nullable String attribute() {
        return this == SYSTEM ? null : code();
    }

    /** How the theme is written in cookies and forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(String code) {
        for (var theme : values()) {
            if (theme.code().equals(code)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}

package relais.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How close the rows of lists lie. */
public enum Density {
    NORMAL,
    COMPACT,
    COMFORTABLE;

    /** The value of the page's {@code data-density}, absent for the normal one. */
    public @Nullable String attribute() {
        return this == NORMAL ? null : code();
    }

    /** How the density is written in cookies and forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Density of(String code) {
        for (var density : values()) {
            if (density.code().equals(code)) {
                return density;
            }
        }
        return NORMAL;
    }
}

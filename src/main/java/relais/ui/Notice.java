package relais.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Slot: something about the whole workspace that every page says at its top. */
public interface Notice {
    /** What is to be said now, if anything is. */
    Optional<Shown> shown();

    /**
     * One sentence with its way out.
     *
     * @param action where the button posts to, null when this visitor has none
     */
    record Shown(
            String icon,
            String claim,
            String text,
            @Nullable String action,
            String label) {}
}

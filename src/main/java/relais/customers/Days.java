package relais.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Dates;
import relais.ui.Face;

/** The day at which a card is looked at. */
public final class Days {
    private Days() {}

    public static Optional<LocalDate> read(@Nullable String at) {
        return at == null || at.isBlank() ? Optional.empty() : Dates.parse(at, Face.language());
    }

    /** The end of the day where the visitor is. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Face.current().zone()).toInstant().minusNanos(1000);
    }
}

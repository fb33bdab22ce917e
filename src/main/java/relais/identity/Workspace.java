package relais.identity;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/** One company's data, walled off from every other. */
public record Workspace(
        UUID id, String slug, String name, Locale locale, ZoneId zone, Currency currency, boolean demo) {}

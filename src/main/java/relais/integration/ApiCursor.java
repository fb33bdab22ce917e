package relais.integration;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.platform.tenancy.Tenancy;

/** A place in a row of things that lie in time; it fits only the workspace and the row that it was made for. */
record ApiCursor(Instant at, UUID id, int seq) {
    String text(String row) {
        var text = String.join("|", mark(row), at.toString(), id.toString(), String.valueOf(seq));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable ApiCursor read(@Nullable String text, String row) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
            if (parts.length == 4 && parts[0].equals(mark(row))) {
                return new ApiCursor(Instant.parse(parts[1]), UUID.fromString(parts[2]), Integer.parseInt(parts[3]));
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw ApiProblem.of(400, "cursor.foreign");
        }
        throw ApiProblem.of(400, "cursor.foreign");
    }

    private static String mark(String row) {
        return Integer.toHexString((Tenancy.id() + row).hashCode());
    }
}

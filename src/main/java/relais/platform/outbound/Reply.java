package relais.platform.outbound;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param headers by their names in lower case
 * @param text the beginning of the body, 4,096 bytes at most
 */
public record Reply(int status, Map<String, String> headers, String text) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** Whether the server took it. */
    public boolean taken() {
        return status >= 200 && status < 300;
    }

    /** The header of this name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}

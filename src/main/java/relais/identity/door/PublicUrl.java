package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import relais.platform.files.Home;
import relais.platform.files.LeftAddress;

/** The address under which people reach Relais; links are made from it and from nothing that a request says. */
@Component
public class PublicUrl {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Optional<URI> configured;
    private final String listen;
    private final Environment environment;
    private final LeftAddress running;

    PublicUrl(
            @Value("${relais.public-url:${RELAIS_PUBLIC_URL:}}") String url,
            @Value("${relais.listen:}") String listen,
            Environment environment,
            Home home) {
        this.configured = url.isBlank() ? Optional.empty() : Optional.of(URI.create(url.strip()));
        this.listen = listen.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.running = new LeftAddress(home);
    }

    /** The whole address of a path of ours. */
    public String link(String path) {
        return base() + path;
    }

    /** Whether Relais answers under this host name. */
    boolean knows(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return LOCAL.contains(name)
                || name.equals(listen)
                || host().filter(name::equals).isPresent();
    }

    /** Whether the browser speaks HTTPS with us or with the proxy before us. */
    boolean secure(HttpServletRequest request) {
        boolean proxied =
                configured.filter(url -> "https".equals(url.getScheme())).isPresent()
                        && host().filter(request.getServerName()::equalsIgnoreCase)
                                .isPresent();
        return request.isSecure() || proxied;
    }

    private String base() {
        return configured
                .map(URI::toString)
                .or(this::listening)
                .orElseGet(this::expected)
                .replaceAll("/+$", "");
    }

    /** Where Relais listens: this one, or for a command the one that runs beside it. */
    private Optional<String> listening() {
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(PublicUrl::local)
                .or(running::find);
    }

    private String expected() {
        return local(environment.getProperty("relais.port", "8080"));
    }

    private static String local(String port) {
        return "http://localhost:" + port;
    }

    private Optional<String> host() {
        return configured.map(URI::getHost).map(host -> host.toLowerCase(Locale.ROOT));
    }
}

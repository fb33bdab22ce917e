package relais.platform.outbound;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends requests to addresses that somebody typed: to the very address that was checked, once, without following where
 * the answer points, reading little of it, and never longer than the time allows.
 *
 * <p>Java's own client asks for the address itself, after any check; so this one speaks HTTP/1.1 over its socket.
 */
@Component
public class Outbound {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private final Addresses addresses;
    private final Duration patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbound-watch").daemon().factory());

    Outbound(Addresses addresses, @Value("${relais.outbound.patience:15s}") Duration patience) {
        this.addresses = addresses;
        this.patience = patience;
    }

    /** Why this address would not be asked now; null when it would. */
    public @Nullable String objection(URI target) {
        try {
            var address = addresses.of(target.getHost());
            return target.getScheme().equals("https") || addresses.opened(address) ? null : "insecure";
        } catch (Unreached unreached) {
            return unreached.code();
        }
    }

    /** Posts this body and reads the beginning of the answer. */
    public Reply post(URI target, Map<String, String> headers, byte[] body) throws Unreached {
        return exchange("POST", target, headers, body, in -> new ReplyReader(in).read());
    }

    /** Asks by this method and reads the whole answer, which must not be longer than so many bytes. */
    public Reply ask(String method, URI target, Map<String, String> headers, byte[] body, int most) throws Unreached {
        return exchange(method, target, headers, body, in -> new ReplyReader(in).whole(most));
    }

    private interface Reading {
        Reply from(InputStream in) throws IOException, Unreached;
    }

    private Reply exchange(String method, URI target, Map<String, String> headers, byte[] body, Reading reading)
            throws Unreached {
        var address = addresses.of(target.getHost());
        var late = new AtomicBoolean();
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            var end = watch.schedule(() -> cut(socket, late), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.connect(new InetSocketAddress(address, port(target)), (int) CONNECTING.toMillis());
                socket.setTcpNoDelay(true);
                var line = target.getScheme().equals("https") ? secured(socket, target) : socket;
                var out = line.getOutputStream();
                out.write(request(method, target, headers, body));
                out.flush();
                return reading.from(new BufferedInputStream(line.getInputStream()));
            } finally {
                end.cancel(false);
            }
        } catch (SSLException untrusted) {
            throw new Unreached(late.get() ? Unreached.LATE : Unreached.UNTRUSTED);
        } catch (SocketTimeoutException slow) {
            throw new Unreached(Unreached.LATE);
        } catch (IOException broken) {
            throw new Unreached(late.get() ? Unreached.LATE : Unreached.BROKEN);
        } catch (Unreached unreached) {
            throw late.get() ? new Unreached(Unreached.LATE) : unreached;
        }
    }

    private static void cut(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException closed) {
            // it is what was wanted
        }
    }

    private static int port(URI target) {
        return target.getPort() > 0 ? target.getPort() : target.getScheme().equals("https") ? 443 : 80;
    }

    private static Socket secured(Socket socket, URI target) throws IOException {
        var secured = (SSLSocket) TLS.createSocket(socket, target.getHost(), port(target), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static byte[] request(String method, URI target, Map<String, String> headers, byte[] body) {
        var path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        var head = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ").append(host(target)).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static String host(URI target) {
        return target.getPort() > 0 ? target.getHost() + ":" + target.getPort() : target.getHost();
    }
}

package relais.setup.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection of HTTP/1.1 that stays open as a browser's does. It costs next to nothing: a load shares the machine
 * with what it measures.
 */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final byte[] NOTHING = {};

    private final String host;
    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    Wire(String url) {
        var address = URI.create(url);
        if (!"http".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("A load drives http://HOST:PORT, not " + url);
        }
        host = address.getHost();
        port = address.getPort() < 0 ? 80 : address.getPort();
    }

    /** A line of a head. */
    record Header(String name, String value) {}

    /** What came back. */
    record Reply(int status, List<Header> headers, String body) {
        /** The first value of this header, else nothing. */
        String header(String name) {
            return headers.stream()
                    .filter(h -> h.name().equals(name))
                    .map(Header::value)
                    .findFirst()
                    .orElse("");
        }
    }

    /** Sends this and waits for the answer; once more over a new connection when the old one was closed meanwhile. */
    Reply send(String method, String path, List<Header> headers, byte[] body) throws IOException {
        var message = message(method, path, headers, body);
        if (socket != null) {
            try {
                return exchange(message);
            } catch (EOFException closedMeanwhile) {
                close();
            }
        }
        var fresh = new Socket(host, port);
        fresh.setTcpNoDelay(true);
        in = new BufferedInputStream(fresh.getInputStream(), BUFFER);
        socket = fresh;
        return exchange(message);
    }

    private byte[] message(String method, String path, List<Header> headers, byte[] body) {
        var head = new StringBuilder().append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
        head.append(host)
                .append(':')
                .append(port)
                .append("\r\nContent-Length: ")
                .append(body.length);
        headers.forEach(h -> head.append("\r\n").append(h.name()).append(": ").append(h.value()));
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private Reply exchange(byte[] message) throws IOException {
        if (socket == null) {
            throw new EOFException();
        }
        try {
            socket.getOutputStream().write(message);
        } catch (IOException gone) {
            throw new EOFException();
        }
        int status = Integer.parseInt(line().split(" ")[1]);
        var headers = new ArrayList<Header>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(new Header(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip()));
        }
        var reply = new Reply(status, headers, "");
        var body = new String(body(reply), StandardCharsets.UTF_8);
        if (reply.header("connection").equalsIgnoreCase("close")) {
            close();
        }
        return new Reply(status, headers, body);
    }

    private byte[] body(Reply head) throws IOException {
        if (head.header("transfer-encoding").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        var length = head.header("content-length");
        return length.isEmpty() ? NOTHING : in.readNBytes(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException gone) {
            socket = null; // it is closed, whatever it says
        }
    }
}

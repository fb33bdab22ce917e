package relais.integration.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** A real server on 127.0.0.1 that notes what it gets and answers as a test wants, well or badly. */
final class Receiver implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Receiver::ok;

    /** How it answers. */
    interface Answer {
        void to(Message message, Socket client) throws Exception;
    }

    /** One request. */
    record Message(String path, Map<String, String> headers, byte[] body) {
        JsonNode json() {
            return Values.parse(text());
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String id() {
            return headers.get("webhook-id");
        }

        String type() {
            return json().path("type").asString();
        }

        JsonNode changes() {
            return json().path("data").path("changes");
        }

        boolean signedWith(String secret) {
            var wanted = "v1," + Secrets.sign(secret, id(), Long.parseLong(headers.get("webhook-timestamp")), body);
            return List.of(headers.get("webhook-signature").split(" ")).contains(wanted);
        }
    }

    Receiver() {
        this(0);
    }

    Receiver(int port) {
        try {
            socket = new ServerSocket(port, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var message = read(new BufferedInputStream(client.getInputStream()));
            messages.add(message);
            answer.to(message, client);
        } catch (Exception broken) {
            // the other side went away, as it may
        }
    }

    private static Message read(InputStream in) throws IOException {
        var path = line(in).split(" ")[1];
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new Message(path, headers, in.readNBytes(Integer.parseInt(headers.get("content-length"))));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    static void ok(Message message, Socket client) throws IOException {
        say(client, "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n");
    }

    static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    static Answer status(int status) {
        return (message, client) -> say(client, "HTTP/1.1 " + status + " Said\r\nContent-Length: 4\r\n\r\nnon\n");
    }

    void answers(Answer other) {
        answer = other;
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/relais?canal=1";
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Message> messages() {
        return messages;
    }

    /** The messages, once there are so many. */
    List<Message> await(int count) {
        until(() -> messages.size() >= count, () -> messages.size() + " messages instead of " + count);
        return messages;
    }

    static void until(BooleanSupplier reached, Supplier<String> otherwise) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as(otherwise).isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

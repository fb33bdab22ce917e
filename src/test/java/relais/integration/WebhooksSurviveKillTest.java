package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.Relais;
import relais.records.types.Values;
import relais.world.Homes;

/** Relais is killed while it delivers: every change arrives, and what arrives twice bears the same id. */
class WebhooksSurviveKillTest {
    private static final int KILLS = Integer.getInteger("relais.kills", 3);
    private static final int CUSTOMERS = Integer.getInteger("relais.kills.customers", 300);

    private final Path home = Homes.throwaway().path();
    private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private Process relais;

    @Test
    void nothingIsLostAndWhatComesTwiceIsKnown() throws Exception {
        var receiver = receiver();
        int port = Homes.freePort();
        relais = start(port);
        var program = new Program("http://localhost:" + port, token());
        program.post(
                        "/api/v1/webhooks",
                        "{\"name\":\"Kill\",\"url\":\"http://127.0.0.1:"
                                + receiver.getAddress().getPort() + "/\",\"objects\":[\"customers\"]}")
                .is(201);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = new AtomicInteger();
            for (int i = 0; i < 4; i++) {
                writers.submit(() -> {
                    for (int n = next.getAndIncrement(); n < CUSTOMERS; n = next.getAndIncrement()) {
                        write(program, n);
                    }
                });
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                int reached = kill * CUSTOMERS / (KILLS + 1);
                Homes.await(() -> messages.size() >= reached);
                relais.destroyForcibly().waitFor();
                relais = start(port);
            }
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (messages.size() < CUSTOMERS && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        System.out.printf("%d changes, %d messages taken, %d kills%n", messages.size(), taken.get(), KILLS);
        assertThat(messages).hasSize(CUSTOMERS);
        assertThat(messages).allSatisfy((record, ids) -> assertThat(ids).hasSize(1));
        receiver.stop(0);
    }

    private HttpServer receiver() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var body = Values.parse(new String(exchange.getRequestBody().readAllBytes()));
            var id = exchange.getRequestHeaders().getFirst("webhook-id");
            body.path("data")
                    .path("changes")
                    .forEach(c -> messages.computeIfAbsent(c.path("id").asString(), r -> ConcurrentHashMap.newKeySet())
                            .add(id));
            taken.incrementAndGet();
            pause(20);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Program program, int n) {
        while (true) {
            try {
                if (program.post("/api/v1/customers", "{\"name\":\"Client " + n + "\"}", "Idempotency-Key", "hook-" + n)
                                .status()
                        == 201) {
                    return;
                }
            } catch (IllegalStateException connectionLost) {
                // again, with the same key
            }
            pause(50);
        }
    }

    private Process start(int port) throws IOException {
        var process = run("start", "--port", String.valueOf(port));
        var out = process.inputReader();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Relais is ready")) {
                Thread.ofVirtual().start(() -> out.lines().forEach(l -> {}));
                return process;
            }
        }
        throw new AssertionError("Relais did not start");
    }

    private String token() throws Exception {
        var process = run("token", "create", "--name", "Kill", "--scope", "*");
        var token = process.inputReader()
                .lines()
                .filter(l -> l.startsWith("relais_"))
                .findFirst();
        assertThat(process.waitFor()).isZero();
        return token.orElseThrow();
    }

    private Process run(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Relais.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString()));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment()
                .putAll(Map.of(
                        "RELAIS_ADMIN_EMAIL", "ines@verdier.example",
                        "RELAIS_ADMIN_PASSWORD", "quatre chevaux bleus",
                        "RELAIS_WORKSPACE", "Maison Verdier",
                        "RELAIS_OUTBOUND_ALLOW", "127.0.0.1/32",
                        "RELAIS_NO_LEARNING", "1"));
        return process.start();
    }

    @AfterEach
    void stop() throws Exception {
        if (relais != null) {
            relais.destroy();
            relais.waitFor(30, TimeUnit.SECONDS);
        }
    }
}

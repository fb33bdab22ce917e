package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.Relais;
import relais.world.Homes;
import tools.jackson.databind.JsonNode;

/** Programs write customers under keys while Relais and PostgreSQL are killed: what was acknowledged is there once. */
class ApiSurvivesKillTest {
    private static final int KILLS = Integer.getInteger("relais.kills", 20);
    private static final int CUSTOMERS = Integer.getInteger("relais.kills.customers", 2_000);
    private static final int AT_ONCE = 4;

    /** Lines of the log that tell why something failed. */
    private static final Pattern REASON = Pattern.compile(".*Incident.*|(Caused by: )?[\\w.$]+(Exception|Error): .*");

    private final Path home = Homes.throwaway().path();
    private final long seed = Long.getLong("relais.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private Process relais;
    private Program program;

    @Test
    void everythingAcknowledgedIsThereOnce() throws Exception {
        int port = Homes.freePort();
        relais = start(port);
        program = new Program("http://localhost:" + port, token());
        int ofRelais = 0;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = new AtomicInteger();
            for (int i = 0; i < AT_ONCE; i++) {
                writers.submit(() -> {
                    for (int n = next.getAndIncrement(); n < CUSTOMERS; n = next.getAndIncrement()) {
                        write(n);
                    }
                });
            }
            for (int kill = 0; kill < KILLS; kill++) {
                awaitAcknowledged((kill + 1) * CUSTOMERS / (KILLS + 1) + random.nextInt(20));
                Thread.sleep(random.nextInt(60));
                if (kill % 2 == 0) {
                    relais.destroyForcibly().waitFor();
                    relais = start(port);
                    ofRelais++;
                } else {
                    assertThat(killDatabase()).isTrue();
                }
            }
        }
        System.out.printf("%d kills, %d of Relais, seed %d%n", KILLS, ofRelais, seed);
        check();
    }

    /** As a careful program does: the same key again until there is an answer. */
    private void write(int n) {
        var body = "{\"name\":\"Client " + n + "\",\"reference\":\"K-" + n + "\",\"emails\":[{\"value\":\"c" + n
                + "@kill.example\"}],\"phones\":[{\"value\":\"+3346500" + (1000 + n) + "\"}]}";
        while (!acknowledged.containsKey(n)) {
            try {
                var answer = program.post("/api/v1/customers", body, "Idempotency-Key", "kill-" + n);
                if (answer.status() == 201) {
                    acknowledged.put(n, answer.text("id"));
                    return;
                }
                if (answer.status() != 503) {
                    unexpected.add(answer.status() + " " + answer.raw().body());
                }
            } catch (IllegalStateException connectionLost) {
                // nobody knows what became of it
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitAcknowledged(int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (acknowledged.size() < Math.min(count, CUSTOMERS - AT_ONCE)) {
            assertThat(System.nanoTime())
                    .as("%d acknowledged, seed %d", acknowledged.size(), seed)
                    .isLessThan(end);
            Thread.sleep(5);
        }
    }

    private void check() {
        assertThat(unexpected).as("seed %d, %s", seed, said).isEmpty();
        assertThat(acknowledged).hasSize(CUSTOMERS);
        var ids = new HashMap<String, List<String>>();
        all("/api/v1/customers?fields=reference,emails,phones&limit=200").forEach(c -> {
            assertThat(c.path("emails")).hasSize(1);
            assertThat(c.path("phones")).hasSize(1);
            ids.computeIfAbsent(c.path("reference").asString(), r -> new ArrayList<>())
                    .add(c.path("id").asString());
        });
        assertThat(ids).as("seed %d", seed).hasSize(CUSTOMERS);
        acknowledged.forEach((n, id) -> assertThat(ids.get("K-" + n)).containsExactly(id));
        var operations = all("/api/v1/operations?objects=customers&limit=200");
        assertThat(operations).as("seed %d", seed).hasSize(CUSTOMERS);
        assertThat(operations)
                .allSatisfy(o -> assertThat(o.path("changes").asInt()).isEqualTo(1));
        for (int n = 0; n < CUSTOMERS; n += 97) {
            var changes = all("/api/v1/customers/" + acknowledged.get(n) + "/changes?limit=200");
            assertThat(changes).hasSize(1);
        }
    }

    private List<JsonNode> all(String path) {
        var all = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = program.get(path + after).is(200).body();
            page.path("items").forEach(all::add);
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        return all;
    }

    private boolean killDatabase() throws IOException {
        var file = home.resolve("postgres/data/postmaster.pid");
        if (!Files.exists(file)) {
            return true; // it is down already
        }
        var lines = Files.readAllLines(file);
        return lines.isEmpty()
                || ProcessHandle.of(Long.parseLong(lines.getFirst()))
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(true);
    }

    private Process start(int port) throws IOException {
        var process = run("start", "--port", String.valueOf(port));
        var out = process.inputReader();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Relais is ready")) {
                Thread.ofVirtual().start(() -> out.lines().filter(REASON.asMatchPredicate()).forEach(said::add));
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
                        "RELAIS_WORKSPACE", "Maison Verdier"));
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

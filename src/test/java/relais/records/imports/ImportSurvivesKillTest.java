package relais.records.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import relais.world.Homes;

class ImportSurvivesKillTest {
    private static final int KILLS = Integer.getInteger("relais.kills", 20);

    private final Path home = Homes.throwaway().path();
    private final long seed = Long.getLong("relais.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void everyRowIsThereOnceAndTheUndoLeavesNothing() throws Exception {
        var ids = lines(start("prepare")).getLast().split(" ");
        int kills = 0;
        int ofRelais = 0;
        boolean done = false;
        while (!done) {
            var process = start("run", ids);
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            while (kills < KILLS && process.isAlive() && !kills(ofRelais, kills)) {
                waitABit(process);
                kills += killDatabase() ? 1 : 0;
            }
            waitABit(process);
            if (kills < KILLS && process.isAlive()) {
                process.destroyForcibly().waitFor();
                kills++;
                ofRelais++;
            } else {
                assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
                done = process.exitValue() == 0;
            }
        }
        System.out.printf("%d kills, %d of Relais, seed %d%n", kills, ofRelais, seed);
        var found = found(lines(start("check", ids)));
        assertThat(found)
                .as("seed %d", seed)
                .containsEntry("state", "DONE")
                .containsEntry("created", String.valueOf(KilledImport.ROWS))
                .containsEntry("imported", String.valueOf(KilledImport.ROWS))
                .containsEntry("references", String.valueOf(KilledImport.ROWS))
                .containsEntry("journal", String.valueOf(KilledImport.ROWS))
                .containsEntry("affiliations", String.valueOf(KilledImport.ROWS / 1000))
                .containsEntry("parents", "7")
                .containsEntry("operations", "1")
                .containsEntry("fields", "2")
                .containsEntry("left", "0")
                .containsEntry("customers.customer", "0")
                .containsEntry("customers.contact_point", "0")
                .containsEntry("customers.match_key", "0")
                .containsEntry("customers.affiliation", "0")
                .containsEntry("records.field", "0");
    }

    /** Half of the kills strike Relais, half the database under it. */
    private static boolean kills(int ofRelais, int kills) {
        return ofRelais * 2 <= kills;
    }

    private void waitABit(Process process) throws InterruptedException {
        process.waitFor(200 + random.nextInt(1_800), TimeUnit.MILLISECONDS);
    }

    private boolean killDatabase() throws IOException {
        var file = home.resolve("postgres/data/postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        var lines = Files.readAllLines(file);
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.getFirst()))
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(false);
    }

    private Process start(String what, String... ids) throws IOException {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledImport.class.getName(),
                what,
                home.toString()));
        command.addAll(List.of(ids));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> lines(Process process) throws Exception {
        var lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static Map<String, String> found(List<String> lines) {
        var found = new LinkedHashMap<String, String>();
        for (var line : lines) {
            int gap = line.lastIndexOf(' ');
            found.put(line.substring(0, Math.max(0, gap)), line.substring(gap + 1));
        }
        return found;
    }
}

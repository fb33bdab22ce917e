package relais.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.Relais;
import relais.platform.files.Home;
import relais.world.Homes;

class StopDuringStartTest {
    private Home home;

    @BeforeEach
    void newHome() {
        home = Homes.throwaway();
    }

    @AfterEach
    void removeHome() throws Exception {
        Folders.delete(home.path());
    }

    @Test
    void whileTheDatabaseIsMade() throws Exception {
        stoppedWhen(() -> running("initdb"));
        assertThat(home.path().resolve("postgres/data")).doesNotExist();
    }

    @Test
    void whileTheDatabaseStarts() throws Exception {
        stoppedWhen(() -> Files.exists(home.path().resolve("postgres/data/postmaster.pid")));
        assertThat(home.path().resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private void stoppedWhen(BooleanSupplier moment) throws Exception {
        var relais = Homes.program(Relais.class, "start", "--home", home.path().toString(), "--port", "0")
                .redirectErrorStream(true)
                .start();
        Homes.await(moment);
        relais.toHandle().destroy(); // leaves what it says readable
        var said = new String(relais.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(relais.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(running("postgres")).isFalse();
        assertThat(said).doesNotContain("Exception", "\tat ");
    }

    /** Whether a program that works on this home runs. */
    private boolean running(String program) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .anyMatch(line -> line.contains(program) && line.contains(home.path() + "/postgres"));
    }
}

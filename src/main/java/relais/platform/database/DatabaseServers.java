package relais.platform.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.env.Environment;
import relais.platform.files.Home;

/** Chooses the server: the one named by the environment, else the embedded one of the home. */
public final class DatabaseServers {
    private DatabaseServers() {}

    /** Starts or reaches the server these settings name, and waits until it answers. */
    public static DatabaseServer start(Environment environment) {
        String url = environment.getProperty("relais.database.url", "");
        if (!url.isBlank()) {
            return ExternalPostgres.reach(url, environment);
        }
        return EmbeddedPostgres.start(new Home(Path.of(environment.getProperty("relais.home", "data"))), Map.of());
    }
}

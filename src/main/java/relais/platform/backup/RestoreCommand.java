package relais.platform.backup;

import java.nio.file.Path;
import java.util.List;
import relais.platform.commands.Command;
import relais.platform.database.StartRefused;
import relais.platform.files.Home;

/** {@code ./relais restore FILE --home DIR}. */
public record RestoreCommand(Home home) implements Command {
    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String help() {
        return "FILE --home DIR: brings a copy back into an empty folder";
    }

    @Override
    public int run(List<String> words) throws Exception {
        if (words.size() != 1) {
            throw new StartRefused("Usage: ./relais restore FILE --home DIR");
        }
        Manifest manifest = Restore.into(home, Path.of(words.getFirst()).toAbsolutePath());
        System.out.println("Restored the copy of " + manifest.takenAt() + " to " + home.path()
                + ". Start it with ./relais start --home " + home.path());
        return 0;
    }
}

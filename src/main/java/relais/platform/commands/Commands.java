package relais.platform.commands;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.platform.database.StartRefused;

/** All commands that the modules provide, found by their name. */
@Component
public class Commands {
    private final List<Command> commands;

    Commands(List<Command> commands) {
        this.commands = commands;
    }

    /** Runs the command of this name; the script names them all to whoever asks for another. */
    public int run(String name, List<String> words) {
        Optional<Command> command =
                commands.stream().filter(each -> each.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            System.err.println("There is no command " + name + ". ./relais help lists them.");
            return 2;
        }
        return run(command.get(), words);
    }

    /** Runs a command; what it did not expect becomes one line and the exit code 1. */
    public static int run(Command command, List<String> words) {
        try {
            return command.run(words);
        } catch (StartRefused refused) {
            throw refused;
        } catch (Exception e) {
            System.err.println("The command " + command.name() + " failed: " + e);
            return 1;
        }
    }
}

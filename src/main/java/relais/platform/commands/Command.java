package relais.platform.commands;

import java.util.List;

/**
 * A command of the {@code relais} script, such as {@code ./relais user}.
 *
 * <p>Implementations are Spring components; they run with the whole application but without its web server, on the
 * database of the running Relais when there is one.
 */
public interface Command {
    /** The word after {@code ./relais}. */
    String name();

    /** Its arguments in one line, for whoever mistook them. */
    String help();

    /** Runs with the words after the name; what it prints is its answer, what it returns is the exit code. */
    int run(List<String> args) throws Exception;
}

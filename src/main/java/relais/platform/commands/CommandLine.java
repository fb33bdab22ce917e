package relais.platform.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.platform.files.Home;

/** What was typed: the command, its own words, and the options that every command knows as properties. */
public record CommandLine(String command, List<String> words, List<String> options) {

    /** Sorts the words of {@code relais COMMAND [--home DIR] [--port N] [--dev] [--demo] WORDS}. */
    public static CommandLine of(List<String> args) {
        var words = new ArrayList<String>();
        var options = new ArrayList<String>();
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            if (takesValue(word) && i + 1 < args.size()) {
                options.add("--relais." + word.substring(2) + "=" + args.get(++i));
            } else if (word.equals("--dev") || word.equals("--demo")) {
                options.add("--relais." + word.substring(2) + "=true");
            } else {
                words.add(word);
            }
        }
        String command = words.isEmpty() ? "start" : words.removeFirst();
        return new CommandLine(command, List.copyOf(words), List.copyOf(options));
    }

    private static boolean takesValue(String word) {
        return word.equals("--home") || word.equals("--port");
    }

    /** The data folder: the one given, else RELAIS_HOME, else {@code data} in the current folder. */
    public Home home() {
        String given = option("home").orElseGet(() -> System.getenv().getOrDefault("RELAIS_HOME", "data"));
        return new Home(Path.of(given));
    }

    private Optional<String> option(String name) {
        String start = "--relais." + name + "=";
        return options.stream()
                .filter(o -> o.startsWith(start))
                .map(o -> o.substring(start.length()))
                .findFirst();
    }

    /** The options as Spring reads them. */
    public String[] properties() {
        var properties = new ArrayList<>(options);
        if (!command.equals("start")) {
            properties.add("--relais.serving=false");
        }
        words.stream()
                .filter(word -> word.startsWith("--") && word.contains("="))
                .forEach(properties::add);
        return properties.toArray(String[]::new);
    }
}

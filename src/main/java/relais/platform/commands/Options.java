package relais.platform.commands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a command apart from its options, each {@code --name} with the one value behind it. */
public record Options(List<String> words, Map<String, String> values) {

    /** Sorts what stands behind the command's name; an option without a value counts as a word. */
    public static Options of(List<String> args) {
        var words = new ArrayList<String>();
        var values = new HashMap<String, String>();
        for (int i = 0; i < args.size(); i++) {
            var word = args.get(i);
            if (word.startsWith("--") && i + 1 < args.size()) {
                values.put(word.substring(2), args.get(++i));
            } else {
                words.add(word);
            }
        }
        return new Options(words, values);
    }
}

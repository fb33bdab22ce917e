package relais.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** SQL text as words and parentheses: just enough to see which tables stand where and what is compared with what. */
sealed interface SqlTree {
    /** An identifier, keyword (lower case), literal or sign. */
    record Word(String text) implements SqlTree {}

    /** What stands between two parentheses. */
    record Group(List<SqlTree> content) implements SqlTree {}

    Pattern TOKEN = Pattern.compile("""
            --[^\\n]*|/\\*.*?\\*/|\\s+\
            |'(?:[^']|'')*'|\\$\\$.*?\\$\\$|\\$(\\w+)\\$.*?\\$\\1\\$\
            |"((?:[^"]|"")*)"\
            |[\\p{L}_][\\p{L}\\p{N}_$]*|\\d+(?:\\.\\d+)?|::|<>|!=|<=|>=|[^\\s]""", Pattern.DOTALL);

    static List<SqlTree> of(String sql) {
        Deque<List<SqlTree>> open = new ArrayDeque<>();
        open.push(new ArrayList<>());
        var matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String token = matcher.group();
            if (token.isBlank() || token.startsWith("--") || token.startsWith("/*")) {
                continue;
            }
            if (token.equals("(")) {
                open.push(new ArrayList<>());
            } else if (token.equals(")")) {
                var group = new Group(List.copyOf(open.pop()));
                open.element().add(group);
            } else {
                String quoted = matcher.group(2);
                open.element().add(new Word(quoted == null ? token.toLowerCase(Locale.ROOT) : quoted));
            }
        }
        return List.copyOf(open.element());
    }

    /** Whether this is that word. */
    default boolean is(String text) {
        return this instanceof Word word && word.text().equals(text);
    }

    /** Whether this is one of those words. */
    default boolean isOneOf(java.util.Set<String> texts) {
        return this instanceof Word word && texts.contains(word.text());
    }
}

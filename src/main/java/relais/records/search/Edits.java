package relais.records.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whole names that lie one slip beside what was typed where the known words don't help: at a space, in a short word. */
final class Edits {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_WORD = 4;

    private final String key;
    private final Set<String> keys = new LinkedHashSet<>();

    private Edits(String key) {
        this.key = key;
    }

    static Set<String> of(List<String> words) {
        var edits = new Edits(String.join(" ", words));
        if (edits.key.length() <= LONGEST_NAME) {
            edits.spaces();
            int start = 0;
            for (var word : words) {
                if (word.length() <= LONGEST_WORD && words.size() > 1) {
                    edits.letters(start, start + word.length());
                }
                start += word.length() + 1;
            }
        }
        edits.keys.remove(edits.key);
        return edits.keys;
    }

    /** A space forgotten, another key hit for it, or come too early or too late. */
    private void spaces() {
        for (int i = 1; i < key.length(); i++) {
            add(key.substring(0, i), " ", key.substring(i));
            if (i < key.length() - 1) {
                add(key.substring(0, i), " ", key.substring(i + 1));
            }
            if (key.charAt(i) == ' ') {
                add(key.substring(0, i), "", key.substring(i + 1));
                swap(i - 1);
                swap(i);
            }
        }
    }

    private void letters(int start, int end) {
        for (int i = start; i <= end; i++) {
            var head = key.substring(0, i);
            for (int l = 0; l < LETTERS.length(); l++) {
                var letter = LETTERS.substring(l, l + 1);
                add(head, letter, key.substring(i));
                if (i < end) {
                    add(head, letter, key.substring(i + 1));
                }
            }
            if (i < end) {
                add(head, "", key.substring(i + 1));
                swap(i);
            }
        }
    }

    private void swap(int at) {
        if (at + 1 < key.length()) {
            add(key.substring(0, at), key.substring(at + 1, at + 2) + key.charAt(at), key.substring(at + 2));
        }
    }

    private void add(String head, String middle, String tail) {
        keys.add((head + middle + tail).strip().replaceAll(" +", " "));
    }
}

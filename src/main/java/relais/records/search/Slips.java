package relais.records.search;

import java.util.Comparator;

/** One slip of the fingers: a letter missing, added or changed, or two neighbours swapped. */
final class Slips {
    private Slips() {}

    /** Whether at most one slip lies between the two words. */
    static boolean atMostOne(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int left = endA - start;
        int right = endB - start;
        return left <= 1 && right <= 1 || left == 2 && right == 2 && swapped(a, b, start);
    }

    /** Whether at most one slip lies between what was typed and some beginning of the word. */
    static boolean atMostOneInBeginning(String typed, String word) {
        for (int length = typed.length() - 1; length <= Math.min(typed.length() + 1, word.length()); length++) {
            if (atMostOne(typed, word.substring(0, Math.min(length, word.length())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean swapped(String a, String b, int at) {
        return a.charAt(at) == b.charAt(at + 1) && a.charAt(at + 1) == b.charAt(at);
    }

    /** Fingers double, swap and leave out letters more often than they hit a wrong one, and seldom miss the first. */
    static Comparator<String> likeliest(String typed) {
        return Comparator.comparing((String w) -> w.charAt(0) != typed.charAt(0))
                .thenComparing(w -> kind(typed, w))
                .thenComparing(Comparator.naturalOrder());
    }

    private static int kind(String typed, String word) {
        int at = 0;
        while (at < Math.min(typed.length(), word.length()) && typed.charAt(at) == word.charAt(at)) {
            at++;
        }
        if (typed.length() > word.length()) {
            return at > 0 && typed.charAt(at) == typed.charAt(at - 1) ? 0 : 2;
        }
        if (typed.length() < word.length()) {
            return 1;
        }
        return at + 1 < word.length() && swapped(typed, word, at) ? 0 : 2;
    }
}

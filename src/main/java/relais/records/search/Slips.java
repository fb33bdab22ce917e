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

    private static boolean swapped(String a, String b, int at) {
        return a.charAt(at) == b.charAt(at + 1) && a.charAt(at + 1) == b.charAt(at);
    }

    /** Few people miss the first letter; then words of the same length come first. */
    static Comparator<String> likeliest(String typed) {
        return Comparator.comparing((String w) -> w.charAt(0) != typed.charAt(0))
                .thenComparing(w -> Math.abs(w.length() - typed.length()))
                .thenComparing(Comparator.naturalOrder());
    }
}

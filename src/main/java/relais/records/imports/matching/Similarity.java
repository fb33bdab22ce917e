package relais.records.imports.matching;

import java.util.Arrays;
import java.util.stream.Collectors;
import relais.platform.text.Fold;

/** How alike two texts are, from 0 to 1. */
public final class Similarity {
    private static final double PREFIX_WEIGHT = 0.1;

    private Similarity() {}

    /** How alike two names are, whatever the order of their words. */
    public static double names(String a, String b) {
        var left = Fold.key(a);
        var right = Fold.key(b);
        double straight = jaroWinkler(left, right);
        boolean single = left.indexOf(' ') < 0 && right.indexOf(' ') < 0;
        return single || straight == 1 ? straight : Math.max(straight, jaroWinkler(sorted(left), sorted(right)));
    }

    private static String sorted(String key) {
        if (key.indexOf(' ') < 0) {
            return key;
        }
        return Arrays.stream(key.split(" ")).sorted().collect(Collectors.joining(" "));
    }

    /** The similarity of Jaro and Winkler, made for names with typing errors. */
    public static double jaroWinkler(String a, String b) {
        if (a.equals(b)) {
            return a.isEmpty() ? 0 : 1;
        }
        double jaro = jaro(a, b);
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(a.length(), b.length())) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro < 0.7 ? jaro : jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        var usedA = new boolean[a.length()];
        var usedB = new boolean[b.length()];
        int matches = matches(a, b, window, usedA, usedB);
        if (matches == 0) {
            return 0;
        }
        double half = transpositions(a, b, usedA, usedB) / 2.0;
        return ((double) matches / a.length() + (double) matches / b.length() + (matches - half) / matches) / 3;
    }

    private static int matches(String a, String b, int window, boolean[] usedA, boolean[] usedB) {
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            for (int j = Math.max(0, i - window); j < Math.min(b.length(), i + window + 1); j++) {
                if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
                    usedA[i] = true;
                    usedB[j] = true;
                    matches++;
                    break;
                }
            }
        }
        return matches;
    }

    private static int transpositions(String a, String b, boolean[] usedA, boolean[] usedB) {
        int count = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (usedA[i]) {
                while (!usedB[j]) {
                    j++;
                }
                count += a.charAt(i) == b.charAt(j++) ? 0 : 1;
            }
        }
        return count;
    }
}

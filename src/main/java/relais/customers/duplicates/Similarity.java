package relais.customers.duplicates;

/** How much two folded words are alike: Jaro-Winkler, from 0 to 1. */
final class Similarity {
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int LONGEST_PREFIX = 4;
    private static final int LONGEST = 64;

    private Similarity() {}

    /** The similarity of Jaro and Winkler (1990); 1 only for equal words, 0 when one is empty. */
    static double of(String first, String second) {
        if (first.equals(second)) {
            return first.isEmpty() ? 0 : 1;
        }
        var a = first.length() > LONGEST ? first.substring(0, LONGEST) : first;
        var b = second.length() > LONGEST ? second.substring(0, LONGEST) : second;
        double jaro = jaro(a, b);
        return jaro + Math.min(LONGEST_PREFIX, prefix(a, b)) * PREFIX_WEIGHT * (1 - jaro);
    }

    private static int prefix(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int i = 0;
        while (i < most && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** Letters matched are bits of a long, so that no array is made for any of the millions of pairs. */
    private static double jaro(String a, String b) {
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        long inA = 0;
        long inB = 0;
        for (int i = 0; i < a.length(); i++) {
            int to = Math.min(b.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= to; j++) {
                if ((inB & 1L << j) == 0 && a.charAt(i) == b.charAt(j)) {
                    inA |= 1L << i;
                    inB |= 1L << j;
                    break;
                }
            }
        }
        double matches = Long.bitCount(inA);
        if (matches == 0) {
            return 0;
        }
        double swaps = swaps(a, b, inA, inB) / 2.0;
        return (matches / a.length() + matches / b.length() + (matches - swaps) / matches) / 3;
    }

    private static int swaps(String a, String b, long inA, long inB) {
        int swaps = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if ((inA & 1L << i) != 0) {
                while ((inB & 1L << j) == 0) {
                    j++;
                }
                if (a.charAt(i) != b.charAt(j)) {
                    swaps++;
                }
                j++;
            }
        }
        return swaps;
    }
}

package relais.records.imports.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Why two customers may be the same, as a score from 0 to 1 and in words.
 *
 * @param reasons message keys {@code import.like.<reason>}
 */
public record Likeness(double score, double name, List<String> reasons) {
    /** From here on two rows of a file are likely the same customer; chosen on labelled files. */
    public static final double LIKELY = 0.62;

    /** Weighs what two customers have in common against what tells them apart. */
    public static Likeness of(Person a, Person b) {
        var sum = new Sum();
        double name = names(a, b, sum);
        sum.days(a.birthDate(), b.birthDate());
        sum.texts("street", a.street(), b.street(), 2);
        sum.equal("postcode", a.postcode(), b.postcode(), 1.5);
        sum.texts("city", a.city(), b.city(), 1.5);
        sum.equal("phone", a.phone(), b.phone(), 3);
        sum.equal("email", a.email(), b.email(), 4);
        return new Likeness(sum.score(), name, List.copyOf(sum.reasons));
    }

    /** The score that these two can have at most, told without comparing letters: most pairs are out of question by it. */
    static double most(Person a, Person b) {
        var sum = new Sum();
        sum.days(a.birthDate(), b.birthDate());
        sum.equal("postcode", a.postcode(), b.postcode(), 1.5);
        sum.equal("phone", a.phone(), b.phone(), 3);
        sum.equal("email", a.email(), b.email(), 4);
        sum.alike(a.street(), b.street(), 2);
        sum.alike(a.city(), b.city(), 1.5);
        sum.add(1, 5);
        return sum.found / sum.possible;
    }

    private static double names(Person a, Person b, Sum sum) {
        if (a.family().isEmpty() && a.given().isEmpty()
                || b.family().isEmpty() && b.given().isEmpty()) {
            double name = Similarity.names(a.name(), b.name());
            sum.add(graded(name), 4);
            return name;
        }
        double straight = both(a.given(), b.given(), a.family(), b.family());
        double crossed = both(a.given(), b.family(), a.family(), b.given());
        boolean swapped = crossed > straight + 0.1;
        sum.part(a.given(), swapped ? b.family() : b.given(), 2);
        sum.part(a.family(), swapped ? b.given() : b.family(), 3);
        return Math.max(straight, crossed);
    }

    private static double both(String a, String b, String c, String d) {
        double first = Similarity.jaroWinkler(a, b);
        double second = Similarity.jaroWinkler(c, d);
        return a.isEmpty() || b.isEmpty() ? second : c.isEmpty() || d.isEmpty() ? first : (first + second) / 2;
    }

    /** Only close likeness says something: any two names share some letters. */
    private static double graded(double similarity) {
        return similarity > 0.92 ? 1 : similarity < 0.75 ? 0 : (similarity - 0.75) / 0.17;
    }

    private static final class Sum {
        private final List<String> reasons = new ArrayList<>();
        private double found;
        private double possible;

        void add(double grade, double weight) {
            found += grade * weight;
            possible += weight;
        }

        double score() {
            return possible < 4 ? 0 : found / possible;
        }

        /** As if both were the same. */
        void alike(String a, String b, double weight) {
            if (!a.isEmpty() && !b.isEmpty()) {
                add(1, weight);
            }
        }

        void part(String a, String b, double weight) {
            if (!a.isEmpty() && !b.isEmpty()) {
                add(graded(Similarity.jaroWinkler(a, b)), weight);
            }
        }

        void texts(String reason, String a, String b, double weight) {
            if (a.isEmpty() || b.isEmpty()) {
                return;
            }
            double grade = graded(Similarity.names(a, b));
            add(grade, weight);
            if (grade > 0.6) {
                reasons.add(reason);
            }
        }

        void equal(String reason, String a, String b, double weight) {
            if (a.isEmpty() || b.isEmpty()) {
                return;
            }
            boolean same = a.equals(b);
            add(same ? 1 : oneSlip(a, b) ? 0.5 : 0, weight);
            if (same) {
                reasons.add(reason);
            }
        }

        void days(String a, String b) {
            if (a.isEmpty() || b.isEmpty()) {
                return;
            }
            boolean same = a.equals(b);
            add(same ? 1 : oneSlip(a, b) ? 0.8 : 0, 4);
            if (same) {
                reasons.add("birthDate");
            } else if (oneSlip(a, b)) {
                reasons.add("nearBirthDate");
            }
        }
    }

    /** One digit typed wrongly, or two neighbours swapped. */
    private static boolean oneSlip(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int first = -1;
        int count = 0;
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                first = first < 0 ? i : first;
                count++;
            }
        }
        return count == 1
                || count == 2
                        && first + 1 < a.length()
                        && a.charAt(first) == b.charAt(first + 1)
                        && a.charAt(first + 1) == b.charAt(first);
    }
}

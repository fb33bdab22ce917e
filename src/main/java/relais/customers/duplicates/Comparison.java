package relais.customers.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import relais.ui.Formats;
import relais.ui.Words;

/** Two customers compared: every reason with its bits, and what they come to. Pure. */
record Comparison(List<Reason> reasons) {
    /** From this many bits on two records are taken for the same customer: the best cut on Febrl's dataset 1. */
    static final double CUT = 12;

    private static final double SLOPE = 5;
    private static final double SWAPPED = -1.0;
    private static final double INITIAL = 0.86;
    private static final int SAID = 5;

    /** What people look at first. */
    private static final List<String> ORDER =
            List.of("id", "phone", "email", "birth", "name", "family", "given", "turned", "street", "postcode", "city");

    static Comparison of(Profile a, Profile b, Frequencies frequencies) {
        var reasons = new ArrayList<Reason>();
        if (a.person() && b.person()) {
            people(a, b, frequencies, reasons);
        } else {
            organisations(a, b, frequencies, reasons);
        }
        places(a, b, reasons);
        texts("birth", Scale.BIRTH, a.birth(), b.birth(), reasons);
        ids(a, b, reasons);
        best("email", Scale.EMAIL, a.emails(), b.emails(), reasons);
        best("phone", Scale.PHONE, a.phones(), b.phones(), reasons);
        household(a, b, reasons);
        return new Comparison(reasons);
    }

    private static void people(Profile a, Profile b, Frequencies frequencies, List<Reason> reasons) {
        double given = name(a.given(), b.given());
        double family = name(a.family(), b.family());
        double turned = name(a.given(), b.family());
        double back = name(a.family(), b.given());
        if (Math.max(turned, 0) + Math.max(back, 0) > Math.max(given, 0) + Math.max(family, 0) + 0.4) {
            add("given", Scale.GIVEN, turned, frequencies.of(a.given()), reasons);
            add("family", Scale.FAMILY, back, frequencies.of(a.family()), reasons);
            reasons.add(new Reason("turned", 1, SWAPPED));
            return;
        }
        add("given", Scale.GIVEN, given, frequencies.of(a.given()), reasons);
        add("family", Scale.FAMILY, family, frequencies.of(a.family()), reasons);
    }

    /** How alike two names are, less than 0 when one is missing; an initial stands for what begins with it. */
    private static double name(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return -1;
        }
        boolean initial = (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0) && !a.equals(b);
        return initial ? INITIAL : Similarity.of(a, b);
    }

    private static void organisations(Profile a, Profile b, Frequencies frequencies, List<Reason> reasons) {
        if (a.words().isEmpty() || b.words().isEmpty()) {
            return;
        }
        var sortedA = a.words().stream().sorted().collect(Collectors.joining(" "));
        var sortedB = b.words().stream().sorted().collect(Collectors.joining(" "));
        double similarity = Math.max(Similarity.of(sortedA, sortedB), contained(a, b));
        double rarest = a.words().stream().mapToDouble(frequencies::of).min().orElse(0);
        add("name", Scale.ORGANISATION, similarity, rarest, reasons);
    }

    /** A name that lacks some words of the other is likely a short form of it. */
    private static double contained(Profile a, Profile b) {
        var small = a.words().size() < b.words().size() ? a : b;
        var large = small == a ? b : a;
        boolean all = small.words().size() < large.words().size()
                && new HashSet<>(large.words()).containsAll(small.words())
                && small.name().length() > 3;
        return all ? INITIAL + 0.1 * small.words().size() / large.words().size() : 0;
    }

    private static void places(Profile a, Profile b, List<Reason> reasons) {
        List<Reason> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (var one : a.places()) {
            for (var other : b.places()) {
                var compared = place(one, other);
                double bits = sum(compared);
                if (bits > most) {
                    most = bits;
                    best = compared;
                }
            }
        }
        reasons.addAll(best);
    }

    private static List<Reason> place(Place a, Place b) {
        var reasons = new ArrayList<Reason>();
        texts("number", Scale.NUMBER, a.number(), b.number(), reasons);
        double straight = either(a.street(), b.street()) + either(a.more(), b.more());
        double crossed = either(a.street(), b.more()) + either(a.more(), b.street());
        boolean turned = crossed > straight + 0.4;
        texts("street", Scale.STREET, a.street(), turned ? b.more() : b.street(), reasons);
        texts("more", Scale.MORE, a.more(), turned ? b.street() : b.more(), reasons);
        texts("postcode", Scale.POSTCODE, a.postcode(), b.postcode(), reasons);
        texts("city", Scale.CITY, a.city(), b.city(), reasons);
        texts("region", Scale.REGION, a.region(), b.region(), reasons);
        return reasons;
    }

    private static double either(String a, String b) {
        return a.isEmpty() || b.isEmpty() ? 0 : Similarity.of(a, b);
    }

    private static void texts(String code, Scale scale, String a, String b, List<Reason> reasons) {
        if (!a.isEmpty() && !b.isEmpty()) {
            add(code, scale, Similarity.of(a, b), 0, reasons);
        }
    }

    /** The two of these sets that are most alike. */
    private static void best(
            String code, Scale scale, Collection<String> a, Collection<String> b, List<Reason> reasons) {
        if (!a.isEmpty() && !b.isEmpty()) {
            double best = a.stream()
                    .flatMapToDouble(one -> b.stream().mapToDouble(other -> Similarity.of(one, other)))
                    .max()
                    .orElse(0);
            add(code, scale, best, 0, reasons);
        }
    }

    /** Values of the same field alone. */
    private static void ids(Profile a, Profile b, List<Reason> reasons) {
        a.ids().forEach((field, value) -> texts("id", Scale.ID, value, b.ids().getOrDefault(field, ""), reasons));
    }

    private static void add(String code, Scale scale, double similarity, double frequency, List<Reason> reasons) {
        if (similarity >= 0) {
            reasons.add(new Reason(code, similarity, scale.bits(similarity, frequency)));
        }
    }

    /** People of one household share their name, address, phone and mail: who is called otherwise is somebody else. */
    private static void household(Profile a, Profile b, List<Reason> reasons) {
        boolean otherwise = a.person()
                && b.person()
                && reasons.stream().anyMatch(r -> r.code().equals("given") && r.similarity() < Scale.DIFFERENT)
                && reasons.stream().anyMatch(r -> r.code().equals("family") && r.similarity() > 0.9)
                && reasons.stream().noneMatch(r -> List.of("birth", "id").contains(r.code()) && r.similarity() >= 1);
        boolean sharing = reasons.stream()
                .anyMatch(r -> List.of("phone", "email").contains(r.code()) && r.similarity() >= 1);
        if (otherwise) {
            double most = sharing ? CUT - Scale.SHARING - sum(reasons) : Scale.HOUSEHOLD;
            reasons.add(new Reason("household", 0, Math.min(Scale.HOUSEHOLD, most)));
        }
    }

    double bits() {
        return sum(reasons);
    }

    private static double sum(List<Reason> reasons) {
        return reasons.stream().mapToDouble(Reason::bits).sum();
    }

    /** How sure it is, from 0 to 1; one half at the cut. */
    double score() {
        return 1 / (1 + Math.pow(2, -(bits() - CUT) / SLOPE));
    }

    /** The score and what speaks for it most: "likeness 0.94: same phone, name 0.93". */
    String words() {
        var said = reasons.stream()
                .filter(r -> r.bits() > 0 && ORDER.contains(r.code()))
                .sorted(Comparator.comparingInt(r -> ORDER.indexOf(r.code())))
                .limit(SAID)
                .map(Reason::words)
                .collect(Collectors.joining(", "));
        return Words.t("likeness", Formats.number(Math.round(score() * 100) / 100.0), said);
    }
}

package relais.setup.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import relais.platform.text.Fold;

/** Whether customers are found among the first ten hits by what people type. */
final class Recall {
    private final Visitor visitor;
    private final List<Known> known;

    Recall(Visitor visitor, List<Known> known) {
        this.visitor = visitor;
        this.known = known;
    }

    /** How many of all were found by one way of asking, and how many must be. */
    record Line(String by, int found, int all, int wanted) {
        boolean enough() {
            return found >= wanted;
        }

        String row() {
            return "| %s | %d of %d | %d%s |".formatted(by, found, all, wanted, enough() ? "" : " **missed**");
        }
    }

    List<Line> lines() {
        var random = new SplittableRandom(7);
        var lines = new ArrayList<Line>();
        lines.add(line("reference", 1.0, Known::reference));
        lines.add(line("start of the e-mail", 1.0, k -> k.mail().replaceFirst("[^.]{0,4}\\.example$", "")));
        lines.add(line(
                "last eight digits of the phone",
                1.0,
                k -> spaced(k.phone().substring(k.phone().length() - 8), random)));
        lines.add(line("first letters of two words, without accents", 0.99, Recall::beginnings));
        lines.add(line("the name with one typing error", 0.95, k -> Slip.in(k.name(), random)));
        return lines;
    }

    /** Digits in any writing: together, in pairs, with dots. */
    private static String spaced(String digits, SplittableRandom random) {
        var between = List.of("", " ", ".", "-").get(random.nextInt(4));
        return digits.replaceAll("(..)(?=.)", "$1" + between);
    }

    /** Four letters of the first word and all but the last letter of the second, as far as they go. */
    private static String beginnings(Known known) {
        var words = Fold.key(known.name()).split(" ");
        var first = words[0].substring(0, Math.min(4, words[0].length()));
        if (words.length < 2) {
            return first;
        }
        return first + " " + words[1].substring(0, Math.max(1, words[1].length() - 1));
    }

    private Line line(String by, double share, Function<Known, String> text) {
        int found = 0;
        for (var one : known) {
            var answer = visitor.fragment("/palette?q=" + Visitor.encode(text.apply(one)));
            int at = answer.indexOf(one.id().toString());
            found += at >= 0 ? 1 : 0;
        }
        return new Line(by, found, known.size(), (int) Math.ceil(share * known.size()));
    }
}

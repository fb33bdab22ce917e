package relais.setup.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Whether customers are found among the first ten hits by what people type. */
final class Recall {
    private final Visitor visitor;
    private final List<Known> known;
    private final List<Known> distinct;

    /**
     * @param known whose whole names few share
     * @param distinct of whose names few begin alike, so that their beginnings can mean nobody else
     */
    Recall(Visitor visitor, List<Known> known, List<Known> distinct) {
        this.visitor = visitor;
        this.known = known;
        this.distinct = distinct;
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
        lines.add(line("reference", known, 1.0, Known::reference));
        lines.add(line("start of the e-mail", known, 1.0, k -> k.mail().replaceFirst("[^.]{0,4}\\.example$", "")));
        lines.add(line(
                "last eight digits of the phone",
                known,
                1.0,
                k -> spaced(k.phone().substring(k.phone().length() - 8), random)));
        lines.add(line("first letters of two words, without accents", distinct, 0.99, Known::beginnings));
        lines.add(line("the name with one typing error", known, 0.95, k -> Slip.in(k.name(), random)));
        return lines;
    }

    /** Digits in any writing: together, in pairs, with dots. */
    private static String spaced(String digits, SplittableRandom random) {
        var between = List.of("", " ", ".", "-").get(random.nextInt(4));
        return digits.replaceAll("(..)(?=.)", "$1" + between);
    }

    private Line line(String by, List<Known> known, double share, Function<Known, String> text) {
        int found = 0;
        for (var one : known) {
            var answer = visitor.fragment("/palette?q=" + Visitor.encode(text.apply(one)));
            int at = answer.indexOf(one.id().toString());
            found += at >= 0 ? 1 : 0;
        }
        return new Line(by, found, known.size(), (int) Math.ceil(share * known.size()));
    }
}

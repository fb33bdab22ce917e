package relais.setup.bench;

import java.util.SplittableRandom;

/** One typing error: a letter left out, doubled, wrong, or two neighbours swapped. */
final class Slip {
    private Slip() {}

    static String in(String text, SplittableRandom random) {
        if (text.length() < 3) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        var head = text.substring(0, at);
        char letter = text.charAt(at);
        var tail = text.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> head + tail;
            case 1 -> head + letter + letter + tail;
            case 2 -> head + (letter == 'x' ? 'z' : 'x') + tail;
            default -> head.substring(0, at - 1) + letter + head.charAt(at - 1) + tail;
        };
    }
}

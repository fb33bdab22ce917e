package relais.platform.text;

/** Whether a text shows anything at all: blanks, joiners, direction marks and accents without a letter do not. */
public final class Visible {
    /** Letters and symbols by their class, and blank all the same: Hangul fillers and the empty Braille cell. */
    private static final String FILLERS = "\u115f\u1160\u3164\uffa0\u2800";

    private Visible() {}

    /** Whether nothing of this text can be seen. */
    public static boolean nothing(String text) {
        return text.codePoints().noneMatch(Visible::shows);
    }

    private static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> FILLERS.indexOf(c) < 0;
        };
    }
}

package relais.records.formulas;

/** A piece of a formula's text. */
record Token(Type type, String text, int at, int end) {
    enum Type {
        NUMBER,
        TEXT,
        /** A word: the name of a field, of a function, or a word of the language. */
        WORD,
        /** A name in square brackets: always a field. */
        BRACKETED,
        SIGN,
        END
    }

    boolean sign(String sign) {
        return type == Type.SIGN && text.equals(sign);
    }
}

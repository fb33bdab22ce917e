package relais.records.search;

/** One text by whose beginning a record is found. */
record Term(String text, Source source) {
    private static final int LONGEST = 120;

    Term {
        if (text.length() > LONGEST) {
            int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            text = text.substring(0, end);
        }
    }
}

package relais.records.search;

import java.util.List;
import java.util.UUID;

/**
 * A record that a term led to.
 *
 * @param rank smaller is likelier meant
 */
record Found(String term, UUID record, String object, Source source, int rank) {
    /** The record has all the words, in another order or not typed to their end. */
    static final int SCATTERED = 8;
    /** The record has all the words, others between them. */
    static final int APART = 9;
    /** The record has words that differ by one slip; the less likely slips come behind. */
    static final int NEAR = 10;

    /** Whether each of these is the beginning of a word. */
    boolean has(List<String> beginnings) {
        return beginnings.stream().allMatch(b -> (" " + term).contains(" " + b));
    }

    /** The record has a term that begins with what was typed. */
    Found ranked(Sought sought) {
        return new Found(term, record, object, source, rank(sought.is(term)));
    }

    private int rank(boolean exact) {
        return switch (source) {
            case REFERENCE -> exact ? 0 : 4;
            case PHONE, EMAIL -> exact ? 0 : 5;
            case NAME -> exact ? 1 : 2;
            case NAME_TURNED -> 3;
            case REFERENCE_END -> exact ? 1 : 4;
            case EMAIL_PART, PHONE_END -> 6;
        };
    }
}

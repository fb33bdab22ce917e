package relais.records.search;

/** What part of a record a term comes from; the order is kept in the database by number. */
enum Source {
    NAME,
    /** The name begun at another of its words. */
    NAME_TURNED,
    REFERENCE,
    /** The last part of a reference of several. */
    REFERENCE_END,
    EMAIL,
    /** The domain, or a further word of the local part. */
    EMAIL_PART,
    PHONE,
    /** The digits backward, so that the last ones are a beginning. */
    PHONE_END;

    private static final Source[] ALL = values();

    static Source of(int number) {
        return ALL[number];
    }

    /** Whether the term is the name, begun at whichever word. */
    boolean ofName() {
        return this == NAME || this == NAME_TURNED;
    }

    /** Whether the term is one value as a whole, by which hardly anybody else is found. */
    boolean whole() {
        return this == REFERENCE || this == EMAIL || this == PHONE;
    }
}

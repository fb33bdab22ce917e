package relais.records.imports;

/** What an import does with a value when the record exists already. */
enum Rule {
    /** The record's value stays, even when it is empty. */
    KEEP,
    /** The file's value replaces it. */
    OVERWRITE,
    /** The file's value is taken only where the record has none. */
    BLANK,
    /** The file's values join those of the record. */
    ADD
}

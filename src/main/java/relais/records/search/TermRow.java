package relais.records.search;

import java.util.UUID;

/** A term of a record as it lies in the database. */
record TermRow(Term term, UUID record, String object, Rights rights) {}

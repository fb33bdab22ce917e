package relais.identity;

/** What a role may not do with one field; a field without such a limit is read and written. */
public enum FieldRight {
    /** It does not exist for whoever has the role. */
    HIDDEN,
    /** It is read, and written by others. */
    READ
}

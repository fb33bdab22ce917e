package relais.identity;

/** What a role may do with the records of one object. */
public enum Action {
    READ,
    CREATE,
    UPDATE,
    DELETE,
    IMPORT,
    EXPORT,
    BULK,
    /** Changes how the workspace works: fields, shared views, users, roles. */
    CONFIGURE
}

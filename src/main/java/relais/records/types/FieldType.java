package relais.records.types;

/** What kind of value a field holds; it decides storage, input, display, operators and export. */
public enum FieldType {
    /** One line, at most 1,000 characters. JSON string. */
    TEXT,
    /** Several lines, at most 100,000 characters. JSON string. */
    LONG_TEXT,
    /** A decimal number of any precision. JSON number without trailing zeros. */
    NUMBER,
    /** A calendar day. JSON string, ISO 8601. */
    DATE,
    /** A moment. JSON string, ISO 8601 in UTC. */
    INSTANT,
    /** One of the field's choices. JSON string, the choice's code. */
    CHOICE,
    /** Several of the field's choices. JSON array of codes in the order of the choices. */
    CHOICES,
    /** Yes or no. JSON boolean. */
    BOOLEAN,
    /** An amount with its currency. JSON object {@code {"amount":"12.50","currency":"EUR"}}. */
    MONEY,
    /** Another record. JSON string, its id. */
    LINK,
    /** A user of the workspace. JSON string, the user's id. */
    USER,
    /** A site of the workspace. JSON string, the site's id. */
    SITE,
    /** Free labels. JSON array of strings in alphabetical order. */
    TAGS,
    /** E-mail addresses, phone numbers or postal addresses. JSON array of objects, see {@link ContactPoints}. */
    COLLECTION
}

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
    COLLECTION,
    /** A share in percent: 62.5 is 62.5 %. JSON number without trailing zeros. */
    PERCENT,
    /** A length of time. JSON number, whole seconds. */
    DURATION,
    /** One to five stars. JSON number. */
    RATING,
    /** An address of the web. JSON string that begins with {@code https://} or {@code http://}. */
    URL,
    /** Files kept by Relais. JSON array of objects {@code {"id","name","size","type"}}. */
    FILE,
    /** One postal address. JSON object {@code {"lines","postcode","city","country"}}, see {@link Addresses}. */
    ADDRESS,
    /** Several other records. JSON array of their ids, each once, in the order in which they were chosen. */
    LINKS
}

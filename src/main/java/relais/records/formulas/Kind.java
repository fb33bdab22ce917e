package relais.records.formulas;

import relais.records.types.FieldType;

/** What sort of value an expression makes. */
public enum Kind {
    NUMBER,
    TEXT,
    BOOLEAN,
    DATE,
    MOMENT,
    MONEY,
    DURATION,
    /** Another record, a user or a site: it can only be compared and be empty. */
    REFERENCE,
    /** Several texts: tags, choices, contact points. */
    LIST,
    /** The word for nothing, which fits everywhere. */
    NOTHING,
    /** In the description of a function: whatever is given. */
    ANY;

    /** What the values of a field are in a formula. */
    static Kind of(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, URL -> TEXT;
            case NUMBER, PERCENT, RATING -> NUMBER;
            case DURATION -> DURATION;
            case DATE -> DATE;
            case INSTANT -> MOMENT;
            case BOOLEAN -> BOOLEAN;
            case MONEY -> MONEY;
            case LINK, USER, SITE -> REFERENCE;
            case CHOICES, TAGS, COLLECTION, FILE, ADDRESS, LINKS -> LIST;
        };
    }

    boolean accepts(Kind given) {
        return this == given || this == ANY || given == NOTHING;
    }
}

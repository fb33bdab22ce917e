package relais.records.imports.columns;

/**
 * Where a column goes.
 *
 * @param field the field's name, or {@link #SKIP}, {@link #NEW}, {@link #PARENT}, {@link #RECORD}
 * @param part the member of a contact point or its label: {@code city} of {@code addresses}, {@code mobile} of {@code phones}
 */
public record Target(String field, String part) {
    /** Left out. */
    public static final Target SKIP = new Target("skip", "");
    /** A custom field that the import makes. */
    public static final Target NEW = new Target("new", "");
    /** The organisation that the record belongs to, by its name. */
    public static final Target PARENT = new Target("parent", "");

    /** Nowhere: it says which record the row is, as an export does. */
    public static final Target RECORD = new Target("record", "");

    /** Reads {@code field} or {@code field#part}. */
    public static Target of(String text) {
        int at = text.indexOf('#');
        return at < 0 ? new Target(text, "") : new Target(text.substring(0, at), text.substring(at + 1));
    }

    /** Whether it names a field of the object. */
    public boolean names() {
        return !equals(SKIP) && !equals(NEW) && !equals(PARENT) && !equals(RECORD);
    }

    @Override
    public String toString() {
        return part.isEmpty() ? field : field + "#" + part;
    }
}

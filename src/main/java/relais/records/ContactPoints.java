package relais.records;

/**
 * The members of contact points, the only COLLECTION so far. Elements are objects:
 * <ul>
 *   <li>e-mail: {@code {"id","value","label","source"}}
 *   <li>phone: {@code {"id","value":"+33612345678","label","source"}}
 *   <li>address: {@code {"id","lines","postcode","city","country","label","source"}}
 * </ul>
 * {@code id} is the element's identity (kept when the normalised value is the same), {@code source} tells where it came from.
 */
public final class ContactPoints {
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String ADDRESS = "address";

    private ContactPoints() {}
}

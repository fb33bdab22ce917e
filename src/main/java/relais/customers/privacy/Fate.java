package relais.customers.privacy;

/**
 * What erasing does to one sort of thing.
 *
 * @param what the thing, in the language of the page
 * @param count how many of them
 * @param kept whether they stay
 * @param why the reason, or what exactly becomes of them
 */
public record Fate(String what, long count, boolean kept, String why) {
    /** Something that goes. */
    public static Fate goes(String what, long count, String why) {
        return new Fate(what, count, false, why);
    }

    /** Something that stays. */
    public static Fate stays(String what, long count, String why) {
        return new Fate(what, count, true, why);
    }
}

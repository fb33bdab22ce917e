package relais.identity;

/** Where a request came from, as far as the audit and the list of sessions say. */
public record Origin(String ip, String agent) {
    /** The origin of the current request. */
    public static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    private static final int LONGEST = 300;

    public Origin {
        agent = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
    }

    /** The origin of the current request, or this machine for commands and jobs. */
    public static Origin current() {
        return CURRENT.isBound() ? CURRENT.get() : new Origin("local", "");
    }
}

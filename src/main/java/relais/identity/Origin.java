package relais.identity;

/**
 * Where a request came from, as far as the audit and the list of sessions say.
 *
 * @param token the name of the token by which a program came in, empty for people
 */
public record Origin(String ip, String agent, String token) {
    /** The origin of the current request. */
    public static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    private static final int LONGEST = 300;

    public Origin {
        agent = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
    }

    /** Where a person's request came from. */
    public Origin(String ip, String agent) {
        this(ip, agent, "");
    }

    /** The origin of the current request, or this machine for commands and jobs. */
    public static Origin current() {
        return CURRENT.isBound() ? CURRENT.get() : new Origin("local", "");
    }
}

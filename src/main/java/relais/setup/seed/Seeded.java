package relais.setup.seed;

import java.util.regex.Pattern;
import relais.identity.Workspace;

/** What others may know of a seeded workspace: how large it is and who signs in. */
public final class Seeded {
    /** The secret of the data folder that holds everybody's password. */
    public static final String SECRET = "seed.password";

    /** Someone who may do everything. */
    public static final String ADMINISTRATOR = "ada" + SeedPeople.DOMAIN;

    /** Someone who works at one site, the one that the first customer belongs to. */
    public static final String AGENT = "agent1" + SeedPeople.DOMAIN;

    private static final Pattern NAME = Pattern.compile("Semis (\\d+)");

    private Seeded() {}

    /** With how many customers this workspace was seeded; 0 when it is not a seeded one. */
    public static int customers(Workspace workspace) {
        var name = NAME.matcher(workspace.name());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    static String name(int customers) {
        return "Semis " + customers;
    }
}

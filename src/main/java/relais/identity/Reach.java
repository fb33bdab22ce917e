package relais.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody sees among records that belong to sites and people: all of them, or those of their sites, their own
 * and those shared with everyone.
 *
 * @param sites the sites whose records are seen; without meaning when everything is
 */
public record Reach(boolean everything, UUID person, List<UUID> sites) {
    private static final UUID NOBODY = new UUID(0, 0);

    /** Sees every record. */
    public static final Reach EVERYTHING = new Reach(true, NOBODY, List.of());

    /** Sees what is shared with everyone, and nothing else. */
    public static final Reach SHARED = new Reach(false, NOBODY, List.of());

    /** How far a membership reaches; how it is written in the database, in forms and in message keys. */
    public enum Extent {
        EVERYTHING,
        OWN;

        /** The lower-case name. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The message key of its name. */
        public String labelKey() {
            return "reach." + code();
        }

        /** The extent of this code. */
        public static Optional<Extent> of(String code) {
            return List.of(values()).stream()
                    .filter(extent -> extent.code().equals(code))
                    .findFirst();
        }
    }

    public Reach {
        sites = List.copyOf(sites);
    }

    /** The reach of this person, who belongs to these sites. */
    public static Reach of(Extent extent, UUID person, List<UUID> sites) {
        return switch (extent) {
            case EVERYTHING -> EVERYTHING;
            case OWN -> new Reach(false, person, sites);
        };
    }

    /** Whether a record with this site, owner and sharing is seen. */
    public boolean sees(@Nullable UUID site, @Nullable UUID owner, boolean shared) {
        return everything || shared || person.equals(owner) || site != null && sites.contains(site);
    }
}

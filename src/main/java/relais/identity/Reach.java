package relais.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody sees among records that belong to sites and people: all of them, or those of their sites, their own
 * and those shared with everyone; and what the rules of their role take from that.
 *
 * @param open whether the person's own reach is everything
 * @param sites the sites whose records are seen; without meaning when everything is
 * @param led those whose records count as the person's own, because the person leads their team
 * @param rules the rules of the role by object, only such as limit something
 * @param shares the records shared with the person, and whether they may be changed
 * @param veiled whether somebody else looks through the person's eyes: what is private stays hidden
 */
public record Reach(
        boolean open,
        UUID person,
        List<UUID> sites,
        List<UUID> led,
        Map<String, RowRule> rules,
        Map<UUID, Boolean> shares,
        boolean veiled) {
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
        led = List.copyOf(led);
        rules = Map.copyOf(rules);
        shares = Map.copyOf(shares);
    }

    /** A reach that no rule limits and no share widens. */
    public Reach(boolean open, UUID person, List<UUID> sites) {
        this(open, person, sites, List.of(), Map.of(), Map.of(), false);
    }

    /** The reach of this person, who belongs to these sites. */
    public static Reach of(Extent extent, UUID person, List<UUID> sites) {
        return switch (extent) {
            case EVERYTHING -> EVERYTHING;
            case OWN -> new Reach(false, person, sites);
        };
    }

    /** The same seen by somebody else. */
    public Reach veil() {
        return new Reach(open, person, sites, led, rules, shares, true);
    }

    /** Whether no record of any object is out of reach. */
    public boolean everything() {
        return open && rules.isEmpty();
    }

    /** The rule of this object, one that limits nothing when there is none. */
    public RowRule rule(String object) {
        return rules.getOrDefault(object, RowRule.NONE);
    }

    /** Whether records of this object are seen whatever their site and owner. */
    public boolean everything(String object) {
        return open && rule(object).see() != RowRule.See.OWN;
    }

    /** The conditions that records of this object must fulfil, empty when there are none. */
    public String where(String object) {
        return rule(object).where();
    }

    /** Whether a record with this site, owner and sharing belongs to what is seen. */
    public boolean sees(@Nullable UUID site, @Nullable UUID owner, boolean shared) {
        return everything() || shared || owns(site, owner);
    }

    /** Whether a record of this site and owner is theirs. */
    public boolean owns(@Nullable UUID site, @Nullable UUID owner) {
        return owner != null && (person.equals(owner) || led.contains(owner)) || site != null && sites.contains(site);
    }
}

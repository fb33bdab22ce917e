package relais.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Who acts in the current request or job, with the rights they have in its workspace. */
public record Actor(
        Kind kind,
        UUID id,
        String name,
        UUID workspace,
        Grants grants,
        Locale locale,
        ZoneId zone,
        List<UUID> sites,
        List<UUID> teams,
        Reach reach) {

    /** What sort of actor writes. */
    public enum Kind {
        USER,
        /** A program that a user let in by a token. */
        API,
        IMPORT,
        SYSTEM
    }

    /** The actor of the current request or job. */
    public static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    /** The current actor; fails when nobody is bound. */
    public static Actor current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("No actor is bound to this work"));
    }

    /** This actor in another part, whose rights can only be fewer. */
    public Actor as(Kind other, Grants only) {
        return new Actor(other, id, name, workspace, grants.and(only), locale, zone, sites, teams, reach);
    }

    /** The same one with every right: for what Relais keeps right by itself in whatever they do. */
    public Actor unlimited() {
        var all = new Grants(java.util.Map.of("*", java.util.EnumSet.allOf(Action.class)));
        return new Actor(kind, id, name, workspace, all, locale, zone, sites, teams, Reach.EVERYTHING);
    }

    /** Whether this actor may do this with records of this object. */
    public boolean may(String object, Action action) {
        return grants.allow(object, action);
    }

    /** Refuses when this actor may not do this with records of this object. */
    public void require(String object, Action action) {
        if (!may(object, action)) {
            throw new Forbidden(object, action);
        }
    }
}

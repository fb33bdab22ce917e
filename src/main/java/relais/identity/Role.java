package relais.identity;

import static relais.identity.Action.BULK;
import static relais.identity.Action.CONFIGURE;
import static relais.identity.Action.CREATE;
import static relais.identity.Action.DELETE;
import static relais.identity.Action.EXPORT;
import static relais.identity.Action.IMPORT;
import static relais.identity.Action.READ;
import static relais.identity.Action.UPDATE;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles of a workspace, each with the rights it starts with. */
public enum Role {
    ADMINISTRATOR(new Grants(Map.of("*", EnumSet.allOf(Action.class)))),
    MANAGER(new Grants(
            Map.of("*", EnumSet.of(READ, CREATE, UPDATE, DELETE, IMPORT, EXPORT, BULK), "view", Set.of(CONFIGURE)))),
    AGENT(new Grants(Map.of(
            "*", EnumSet.of(READ, CREATE, UPDATE),
            "customer", Set.of(EXPORT),
            "affiliation", Set.of(DELETE),
            "note", Set.of(DELETE)))),
    READER(new Grants(Map.of("*", Set.of(READ))));

    private final Grants first;

    Role(Grants first) {
        this.first = first;
    }

    /** The rights of this role in a new workspace. */
    public Grants firstGrants() {
        return first;
    }

    /** How the role is written in the database, in addresses and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of the role's name. */
    public String labelKey() {
        return "role." + code();
    }

    /** The role of this code. */
    public static Optional<Role> of(String code) {
        for (var role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}

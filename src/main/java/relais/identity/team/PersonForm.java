package relais.identity.team;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Reach;
import relais.identity.Role;
import relais.platform.text.Emails;
import relais.platform.text.Visible;

/** What the settings ask about a person; name and e-mail only for an invitation. */
record PersonForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String reach,
        @Nullable List<UUID> sites,
        @Nullable List<UUID> teams) {
    private static final int LONGEST = 120;

    static final PersonForm EMPTY =
            new PersonForm("", "", Role.AGENT.code(), Reach.Extent.EVERYTHING.code(), List.of(), List.of());

    String typedName() {
        return name == null ? "" : name;
    }

    String typedEmail() {
        return email == null ? "" : email;
    }

    String roleCode() {
        return role == null ? "" : role;
    }

    String reachCode() {
        return chosenReach(Reach.Extent.EVERYTHING).code();
    }

    /** A form without the question leaves it as it was, and a word that nobody knows opens nothing. */
    Reach.Extent chosenReach(Reach.Extent former) {
        return reach == null ? former : Reach.Extent.of(reach).orElse(Reach.Extent.OWN);
    }

    List<UUID> chosenSites() {
        return sites == null ? List.of() : sites;
    }

    List<UUID> chosenTeams() {
        return teams == null ? List.of() : teams;
    }

    /** The message keys of what is wrong in an invitation, by field. */
    Map<String, String> problems(Collection<String> roles) {
        var problems = new LinkedHashMap<String, String>();
        if (Visible.nothing(typedName()) || typedName().length() > LONGEST) {
            problems.put("name", "team.person.name.wrong");
        }
        if (Emails.parse(typedEmail()).isEmpty()) {
            problems.put("email", "email.wrong");
        }
        if (!roles.contains(roleCode())) {
            problems.put("role", "team.role.wrong");
        }
        return problems;
    }
}

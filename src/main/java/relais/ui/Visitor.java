package relais.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Who looks at the page, as far as the shell shows it. */
public record Visitor(
        UUID id,
        String name,
        UUID workspace,
        String workspaceName,
        String place,
        List<Workspace> workspaces,
        Locale locale,
        ZoneId zone,
        boolean administrator) {

    /** A workspace the visitor may switch to. */
    public record Workspace(UUID id, String name) {}

    /** The two letters in the visitor's round mark. */
    public String initials() {
        return Avatars.initials(name);
    }

    /** The class of the visitor's colour. */
    public String hue() {
        return Avatars.hue(id);
    }
}

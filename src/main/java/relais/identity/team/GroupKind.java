package relais.identity.team;

import java.util.Optional;
import relais.identity.Audit;

/** The two ways in which people are grouped: by where they work, and by with whom. */
enum GroupKind {
    SITE("sites", "identity.site", "identity.site_member", "site_id", Audit.Kind.SITE_ADDED, Audit.Kind.SITE_CHANGED),
    TEAM("teams", "identity.team", "identity.team_member", "team_id", Audit.Kind.TEAM_ADDED, Audit.Kind.TEAM_CHANGED);

    final String path;
    final String table;
    final String members;
    final String column;
    final Audit.Kind added;
    final Audit.Kind changed;

    GroupKind(String path, String table, String members, String column, Audit.Kind added, Audit.Kind changed) {
        this.path = path;
        this.table = table;
        this.members = members;
        this.column = column;
        this.added = added;
        this.changed = changed;
    }

    static Optional<GroupKind> of(String path) {
        for (var kind : values()) {
            if (kind.path.equals(path)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The message key of this kind's word for something. */
    String key(String what) {
        return "team." + path + "." + what;
    }
}

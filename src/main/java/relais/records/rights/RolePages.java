package relais.records.rights;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.identity.team.TeamPages;
import relais.ui.Option;
import relais.ui.Words;

/** What the pages of roles show. */
final class RolePages {
    private RolePages() {}

    /**
     * One role: what it may do with each object, which fields are closed to it, which records it sees.
     *
     * @param fixed whether it may do everything, always
     * @param others the roles that can take its place
     */
    public record Show(
            TeamPages.Frame frame,
            String code,
            String name,
            String nameFr,
            String nameEn,
            boolean fixed,
            boolean standard,
            List<TeamPages.Person> people,
            List<Head> heads,
            List<Row> rows,
            List<Closed> closed,
            int fields,
            List<Option> closable,
            List<Ruled> ruled,
            List<Option> others,
            @Nullable String problem) {
        public String href() {
            return "/settings/team/roles/" + code;
        }
    }

    /** A role that is about to be made. */
    public record Fresh(
            TeamPages.Frame frame,
            String nameFr,
            String nameEn,
            String model,
            List<Option> models,
            @Nullable String problem) {}

    /** A column of the matrix. */
    public record Head(String action, String label) {}

    /** An object's row of the matrix. */
    public record Row(String object, String label, List<Cell> cells) {}

    /**
     * Whether the role may do this with that.
     *
     * @param every whether it may because it may with every object
     */
    public record Cell(
            String value, String label, String said, String level, boolean allowed, boolean applies, boolean every) {}

    /** A field that is closed to the role. */
    public record Closed(String name, String label, String right, boolean hideable) {
        public String icon() {
            return right.equals("hidden") ? "eye-off" : "eye";
        }

        /** What can be chosen for it. */
        public List<Option> rights() {
            return RolePages.rights(hideable, true);
        }
    }

    static List<Option> rights(boolean hideable, boolean open) {
        var options = new java.util.ArrayList<Option>();
        if (hideable) {
            options.add(new Option("hidden", Words.t("rights.field.hidden")));
        }
        options.add(new Option("read", Words.t("rights.field.read")));
        if (open) {
            options.add(new Option("", Words.t("rights.field.open")));
        }
        return options;
    }

    /**
     * Which records of an object the role sees and changes.
     *
     * @param sentence the conditions in words, empty when there are none
     */
    public record Ruled(
            String object,
            String label,
            String see,
            Map<String, String> conditions,
            String sentence,
            boolean team,
            boolean own) {
        /** What can be chosen. */
        public List<Option> options() {
            var options = new java.util.ArrayList<Option>();
            options.add(new Option("everything", Words.t("rights.see.everything")));
            options.add(new Option("own", Words.t("rights.see.own")));
            if (!sentence.isEmpty()) {
                options.add(new Option("kept", Words.t("rights.see.kept")));
            }
            conditions.forEach((key, label) -> options.add(new Option(key, label)));
            return options;
        }

        /** What of it is changed. */
        public List<Option> changes() {
            return List.of(
                    new Option("seen", Words.t("rights.change.seen")), new Option("own", Words.t("rights.change.own")));
        }
    }
}

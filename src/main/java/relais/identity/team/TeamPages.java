package relais.identity.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Actor;
import relais.ui.Avatars;
import relais.ui.Option;
import relais.ui.Tab;
import relais.ui.Words;

/** What the pages of people, roles, sites and teams show. */
public final class TeamPages {
    static final String EVERYBODY = "/settings/team";
    static final String PEOPLE = "/settings/team/people";

    private TeamPages() {}

    /** What every page of the team shows around its content: tabs, and the list at the left. */
    public record Frame(
            List<Tab> tabs, int people, List<Entry> roles, List<Entry> sites, List<Entry> teams, String here) {
        public @Nullable String at(String href) {
            boolean person = href.equals(EVERYBODY) && here.equals(PEOPLE);
            return here.equals(href) || person ? "true" : null;
        }

        /** On a phone the list stands under everybody and nowhere else. */
        public String onPhone() {
            return here.equals(EVERYBODY) ? "on-m" : "";
        }
    }

    /** One entry of the list at the left. */
    public record Entry(String href, String label, int count, boolean archived) {}

    /** Everybody. */
    public record People(Frame frame, List<Person> people) {}

    /** One line of the people. */
    public record Person(
            UUID id,
            String name,
            String email,
            String role,
            String sites,
            String teams,
            boolean invited,
            boolean disabled) {
        public String initials() {
            return Avatars.initials(name);
        }

        public String hue() {
            return Avatars.hue(id);
        }

        public String href() {
            return "/settings/team/people/" + id;
        }

        /** Whether the page is about whoever looks at it. */
        public boolean self() {
            return Actor.current().id().equals(id);
        }
    }

    /** One person, or an invitation when there is none yet. */
    public record One(
            Frame frame,
            @Nullable Person person,
            String name,
            String email,
            String role,
            List<Option> roles,
            String reach,
            List<Option> reaches,
            List<Choice> sites,
            List<Choice> teams,
            Map<String, String> problems,
            @Nullable String link) {
        public @Nullable String problem(String field) {
            var key = problems.get(field);
            return key == null ? null : Words.t(key);
        }

        public String title() {
            return person == null ? Words.t("team.invite") : person.name();
        }
    }

    /** A site or team that a person may belong to. */
    public record Choice(UUID id, String name, boolean chosen) {}

    /** One site or team. */
    public record Group(
            Frame frame,
            String path,
            @Nullable UUID id,
            String name,
            boolean archived,
            List<Person> people,
            @Nullable String key,
            String parent,
            List<Option> parents,
            List<Choice> leads) {
        public String href() {
            return "/settings/team/" + path + (id == null ? "" : "/" + id);
        }

        public String word(String what) {
            return Words.t("team." + path + "." + what);
        }

        public @Nullable String problem() {
            return key == null ? null : Words.t(key);
        }
    }

    /** The audit. */
    public record Journal(Frame frame, List<Line> lines) {}

    /** One line of the audit, in words. */
    public record Line(Instant at, String what, String who, String subject, String from) {}
}

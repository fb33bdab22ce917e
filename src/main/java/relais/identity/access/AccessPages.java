package relais.identity.access;

import java.util.List;
import java.util.UUID;
import relais.ui.Avatars;
import relais.ui.Option;
import relais.ui.Tab;

/** What the settings of sign-in show. */
final class AccessPages {
    private AccessPages() {}

    /** The whole page. */
    public record Show(
            List<Tab> tabs,
            String demanded,
            List<Option> demands,
            List<SignInSetting.Line> settings,
            List<Person> people,
            UUID self) {}

    /** How somebody of the workspace enters. */
    public record Person(UUID id, String name, String email, boolean factor, int sessions) {
        public String initials() {
            return Avatars.initials(name);
        }

        public String hue() {
            return Avatars.hue(id);
        }

        public String href() {
            return "/settings/sign-in/people/" + id;
        }
    }
}

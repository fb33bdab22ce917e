package relais.identity.start;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.ui.Words;

/** What the setup page shows. */
final class SetupPages {
    private SetupPages() {}

    /** The form as it was typed, with what is wrong in it. */
    public record Show(String token, String company, String name, String email, Map<String, String> problems) {
        static Show of(String token, SetupForm form, Map<String, String> problems) {
            return new Show(token, form.company(), form.name(), form.email(), problems);
        }

        public @Nullable String problem(String field) {
            var key = problems.get(field);
            return key == null ? null : Words.t(key);
        }
    }
}

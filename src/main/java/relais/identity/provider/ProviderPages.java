package relais.identity.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.ui.Option;
import relais.ui.Words;

/** What the pages of the company's provider show. */
final class ProviderPages {
    private ProviderPages() {}

    /** Which company somebody comes from; once it is known, the way on. */
    public record Company(String email, String to, @Nullable String href, String name) {}

    /** Why the provider did not let somebody in. */
    public record Failed(String code, String name) {
        public String claim() {
            return Words.t("provider.failed." + code, name);
        }

        public String next() {
            return Words.or("provider.failed." + code + ".next", "");
        }
    }

    /** The provider in the settings. */
    public record Settings(
            String name,
            String issuer,
            String clientId,
            boolean kept,
            String domains,
            String role,
            List<Option> roles,
            boolean mailTrusted,
            boolean only,
            String callback,
            Map<String, String> problems) {
        public @Nullable String problem(String field) {
            var key = problems.get(field);
            return key == null ? null : Words.t(key, name);
        }
    }

    /** The link between one's account and the provider. */
    public record Own(
            String name,
            boolean linked,
            boolean password,
            @Nullable String href,
            Optional<String> key) {
        public @Nullable String problem() {
            return key.map(Words::t).orElse(null);
        }
    }
}

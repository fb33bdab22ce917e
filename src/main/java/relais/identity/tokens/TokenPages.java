package relais.identity.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Option;
import relais.ui.Tab;
import relais.ui.Words;

/** What the page of tokens shows. */
final class TokenPages {
    private TokenPages() {}

    /**
     * The whole page.
     *
     * @param everybody whether it shows the tokens of the whole workspace
     * @param secret a token that was just made, which is told this once
     */
    public record Show(
            List<Tab> tabs,
            boolean everybody,
            List<Row> rows,
            String name,
            List<Choice> scopes,
            List<Option> lasting,
            String days,
            Map<String, String> problems,
            @Nullable String secret) {

        public @Nullable String problem(String field) {
            var key = problems.get(field);
            return key == null ? null : Words.t(key);
        }
    }

    /** One scope to choose. */
    public record Choice(String code, String label, boolean chosen) {}

    /** One token of the list. */
    public record Row(
            UUID id,
            String name,
            String prefix,
            String person,
            String scopes,
            Instant expiresAt,
            @Nullable Instant usedAt,
            String state) {
        public boolean alive() {
            return state.equals("alive");
        }

        public String said() {
            return Words.t("tokens.state." + state);
        }

        static Row of(AccessToken token, Instant now) {
            var state = token.revokedAt() != null ? "revoked" : token.alive(now) ? "alive" : "expired";
            return new Row(
                    token.id(),
                    token.name(),
                    token.prefix() + "…",
                    token.person(),
                    String.join(", ", token.scopes()),
                    token.expiresAt(),
                    token.usedAt(),
                    state);
        }
    }
}

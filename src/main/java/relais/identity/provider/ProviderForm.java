package relais.identity.provider;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Roles;
import relais.platform.text.Visible;

/** What was typed about the provider; the problems are message keys by field. */
record ProviderForm(
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String secret,
        @Nullable String domains,
        @Nullable String role,
        @Nullable Boolean mailTrusted,
        @Nullable Boolean only) {
    static final String NOBODY = "none";

    private static final int LONGEST = 80;
    private static final int LONGEST_TEXT = 500;

    static final ProviderForm EMPTY = new ProviderForm("", "", "", "", "", NOBODY, false, false);

    static ProviderForm of(Provider provider, boolean only) {
        return new ProviderForm(
                provider.name(),
                provider.issuer(),
                provider.clientId(),
                "",
                String.join(", ", provider.domains()),
                provider.newRole().orElse(NOBODY),
                provider.mailTrusted(),
                only);
    }

    boolean trusted() {
        return Boolean.TRUE.equals(mailTrusted);
    }

    boolean alone() {
        return Boolean.TRUE.equals(only);
    }

    String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    List<String> typedDomains() {
        return Arrays.stream(typed(domains).toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .map(domain -> domain.replaceAll("^@", ""))
                .filter(domain -> !domain.isEmpty())
                .distinct()
                .toList();
    }

    Map<String, String> problems(boolean secretKept, Roles roles) {
        var problems = new LinkedHashMap<String, String>();
        if (Visible.nothing(typed(name)) || typed(name).length() > LONGEST) {
            problems.put("name", "provider.name.wrong");
        }
        if (!typed(issuer).matches("https?://\\S+") || typed(issuer).length() > LONGEST_TEXT) {
            problems.put("issuer", "provider.failed.address");
        }
        if (typed(clientId).isEmpty() || typed(clientId).length() > LONGEST_TEXT) {
            problems.put("clientId", "provider.client.wrong");
        }
        if (typed(secret).isEmpty() && !secretKept || typed(secret).length() > LONGEST_TEXT) {
            problems.put("secret", "provider.secret.wrong");
        }
        boolean sane = typedDomains().stream().allMatch(one -> one.matches("[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}"));
        if (typedDomains().isEmpty() || typedDomains().size() > 50 || !sane) {
            problems.put("domains", "provider.domains.wrong");
        }
        if (!typed(role).equals(NOBODY)
                && roles.known(typed(role)).filter(known -> !known.fixed()).isEmpty()) {
            problems.put("role", "team.role.wrong");
        }
        return problems;
    }

    /** The provider as it was typed; an empty secret keeps the one before. */
    Provider provider(UUID workspace, Optional<Provider> former) {
        var kept = typed(secret).isEmpty() ? former.map(Provider::secret).orElse("") : typed(secret);
        return new Provider(
                workspace,
                typed(name),
                typed(issuer),
                typed(clientId),
                kept,
                typedDomains(),
                trusted(),
                Optional.of(typed(role)).filter(code -> !code.equals(NOBODY)));
    }
}

package relais.identity.tokens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed to make a token; the problems are message keys by field. */
record TokenForm(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable Integer days,
        @Nullable String password) {
    static final TokenForm EMPTY = new TokenForm(null, null, null, null);
    static final List<Integer> LASTING = List.of(30, 90, 365);
    private static final int USUAL = 90;
    private static final int LONGEST_NAME = 80;

    String typedName() {
        return name == null ? "" : name.strip();
    }

    List<String> chosen() {
        return scopes == null ? List.of() : scopes;
    }

    int lasting() {
        return days != null && LASTING.contains(days) ? days : USUAL;
    }

    String typedPassword() {
        return password == null ? "" : password;
    }

    Map<String, String> problems(ScopeBook book) {
        var problems = new LinkedHashMap<String, String>();
        if (typedName().isEmpty() || typedName().length() > LONGEST_NAME) {
            problems.put("name", "tokens.name.wrong");
        }
        if (chosen().isEmpty() || !chosen().stream().allMatch(book::knows)) {
            problems.put("scopes", "tokens.scopes.wrong");
        }
        return problems;
    }
}

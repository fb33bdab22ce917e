package relais.identity.tokens;

import relais.identity.Grants;

/**
 * One thing that a token may be allowed: {@code customers:read}.
 *
 * @param label what it allows, in the language of the page
 */
public record Scope(String code, String label, Grants grants) {
    /** Everything that the token's person may do. */
    public static final String ALL = "*";
}

package relais.identity.tokens;

import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Grants;

/**
 * What a live token opens at this moment.
 *
 * @param scope what the token allows, whatever its person may do
 * @param actor its person, with the rights that both allow
 */
public record Pass(AccessToken token, Grants scope, Actor actor) {
    /** The pass of the current request, when a program sent it. */
    public static final ScopedValue<Pass> CURRENT = ScopedValue.newInstance();

    /** Whether the token's scopes include this; its person's rights are another question. */
    public boolean covers(String object, Action action) {
        return scope.allow(object, action);
    }
}

package relais.identity.tokens;

import java.util.List;

/** Slot: the scopes that a module understands, in the order in which people should read them. */
public interface Scopes {
    /** Its scopes, labelled in the language of the page. */
    List<Scope> all();
}

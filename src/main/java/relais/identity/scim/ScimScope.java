package relais.identity.scim;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Grants;
import relais.identity.tokens.Scope;
import relais.identity.tokens.Scopes;
import relais.ui.Words;

/** The scope by which a directory may see to people and teams. */
@Component
class ScimScope implements Scopes {
    static final String OBJECT = "scim";

    @Override
    public List<Scope> all() {
        return List.of(new Scope(
                OBJECT, Words.t("scim.scope"), new Grants(Map.of(OBJECT, Set.of(Action.READ, Action.UPDATE)))));
    }
}

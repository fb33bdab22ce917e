package relais.identity.tokens;

import org.springframework.stereotype.Component;
import relais.identity.SettingsTab;

/** The tab "API" of the settings: everybody's own tokens, and all of them for administrators. */
@Component
class TokensTab implements SettingsTab {
    static final String ID = "tokens";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String labelKey() {
        return "tokens.title";
    }

    @Override
    public String href() {
        return "/settings/tokens";
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public boolean visible() {
        return true;
    }
}

package relais.identity.access;

import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.SettingsTab;

/** The tab "Sign-in" of the settings. */
@Component
class SignInTab implements SettingsTab {
    static final String ID = "sign-in";
    private static final String WORKSPACE = "workspace";

    /** Refuses everybody who does not administer the workspace. */
    static void require() {
        Actor.current().require(WORKSPACE, Action.CONFIGURE);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String labelKey() {
        return "access.title";
    }

    @Override
    public String href() {
        return "/settings/sign-in";
    }

    @Override
    public int order() {
        return 250;
    }

    @Override
    public boolean visible() {
        return Actor.current().may(WORKSPACE, Action.CONFIGURE);
    }
}

package relais.identity.team;

import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.SettingsTab;

/** The tab "Team and rights" of the settings. */
@Component
public class TeamTab implements SettingsTab {
    static final String ID = "team";
    /** The object that stands for the workspace itself in rights. */
    public static final String WORKSPACE = "workspace";

    /** Refuses everybody who does not administer the workspace. */
    public static void require() {
        Actor.current().require(WORKSPACE, Action.CONFIGURE);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String labelKey() {
        return "team.title";
    }

    @Override
    public String href() {
        return "/settings/team";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public boolean visible() {
        return Actor.current().may(WORKSPACE, Action.CONFIGURE);
    }
}

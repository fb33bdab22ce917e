package relais.records.fields;

import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.SettingsTab;
import relais.records.types.FieldDescription;

/** The tab "Objects and fields" of the settings. */
@Component
class ObjectsTab implements SettingsTab {
    static final String ID = "objects";
    static final String PATH = "/settings/objects";

    /** Refuses everybody who may not change how the workspace's records are described. */
    static void require() {
        Actor.current().require(FieldDescription.NAME, Action.CONFIGURE);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String labelKey() {
        return "fields.title";
    }

    @Override
    public String href() {
        return PATH;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean visible() {
        return Actor.current().may(FieldDescription.NAME, Action.CONFIGURE);
    }
}

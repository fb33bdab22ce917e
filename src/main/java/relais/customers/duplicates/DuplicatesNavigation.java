package relais.customers.duplicates;

import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.identity.Action;
import relais.identity.Actor;
import relais.ui.NavigationEntry;

/** The duplicates in the side bar, for those who may do something about them. */
@Component
class DuplicatesNavigation implements NavigationEntry {
    @Override
    public String id() {
        return "duplicates";
    }

    @Override
    public String labelKey() {
        return "duplicates.title";
    }

    @Override
    public String icon() {
        return "copy";
    }

    @Override
    public String href() {
        return "/duplicates";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public boolean visible() {
        return Actor.CURRENT.isBound()
                && Actor.current().may(CustomerDescription.NAME, Action.BULK)
                && Actor.current().may(CustomerDescription.NAME, Action.DELETE);
    }
}

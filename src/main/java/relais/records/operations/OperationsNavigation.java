package relais.records.operations;

import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.ui.NavigationEntry;

/** Operations in the side bar. */
@Component
class OperationsNavigation implements NavigationEntry {
    static final String ID = "operations";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String labelKey() {
        return "operations.title";
    }

    @Override
    public String icon() {
        return "history";
    }

    @Override
    public String href() {
        return OperationAddress.PATH;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean visible() {
        return Actor.CURRENT.isBound();
    }

    @Override
    public String key() {
        return "o";
    }
}

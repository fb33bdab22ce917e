package relais.records.imports;

import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.ui.NavigationEntry;

/** Imports in the side bar. */
@Component
class ImportNavigation implements NavigationEntry {
    static final String ID = "imports";

    private final Workshop workshop;

    ImportNavigation(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String labelKey() {
        return "imports.title";
    }

    @Override
    public String icon() {
        return "upload";
    }

    @Override
    public String href() {
        return "/imports";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean visible() {
        return Actor.CURRENT.isBound()
                && workshop.objects().stream().anyMatch(o -> Actor.current().may(o, Action.IMPORT));
    }

    @Override
    public String key() {
        return "i";
    }
}

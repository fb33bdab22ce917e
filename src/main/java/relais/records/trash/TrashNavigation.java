package relais.records.trash;

import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.ui.NavigationEntry;

/** The trash in the side bar, for those who may bring something back. */
@Component
class TrashNavigation implements NavigationEntry {
    private final Trash trash;

    TrashNavigation(Trash trash) {
        this.trash = trash;
    }

    @Override
    public String id() {
        return "trash";
    }

    @Override
    public String labelKey() {
        return "trash.title";
    }

    @Override
    public String icon() {
        return "trash-2";
    }

    @Override
    public String href() {
        return TrashView.PATH;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public boolean visible() {
        return Actor.CURRENT.isBound() && !trash.objects().isEmpty();
    }
}

package relais.records.objects;

import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.lists.ListWords;
import relais.records.lists.PinnedViews;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.NavigationEntry;
import relais.ui.NavigationLink;

/** The objects of the workspace in the side bar, behind the customers. */
@Component
class OwnNavigation implements NavigationEntry {
    private final ObjectTypes types;
    private final PinnedViews views;

    OwnNavigation(ObjectTypes types, PinnedViews views) {
        this.types = types;
        this.views = views;
    }

    @Override
    public String id() {
        return "own";
    }

    @Override
    public String labelKey() {
        return "objects.title";
    }

    @Override
    public String icon() {
        return "boxes";
    }

    @Override
    public String href() {
        return "/settings/objects";
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public boolean visible() {
        return false;
    }

    /** None while the database is away. */
    @Override
    public List<NavigationEntry> more() {
        if (!Actor.CURRENT.isBound()) {
            return List.of();
        }
        try {
            return types.own().stream()
                    .filter(t -> Actor.current().may(t.name(), Action.READ))
                    .<NavigationEntry>map(t -> new Own(t, views))
                    .toList();
        } catch (DataAccessException | TransactionException away) {
            return List.of();
        }
    }

    /** One object's entry. */
    private record Own(ObjectType type, PinnedViews views) implements NavigationEntry {
        @Override
        public String id() {
            return type.plural();
        }

        @Override
        public String labelKey() {
            return "objects.title";
        }

        @Override
        public String label() {
            return ListWords.capitalised(Labels.objects(type));
        }

        @Override
        public String icon() {
            return type.icon();
        }

        @Override
        public String href() {
            var made = type.own();
            return "/" + type.plural() + (made != null && made.boardFirst() ? "/board" : "");
        }

        @Override
        public int order() {
            return 12;
        }

        @Override
        public boolean visible() {
            return true;
        }

        @Override
        public List<NavigationLink> pinned() {
            return views.ofOne(type.name());
        }
    }
}

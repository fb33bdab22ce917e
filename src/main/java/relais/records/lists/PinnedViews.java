package relais.records.lists;

import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import relais.platform.web.Refused;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Face;
import relais.ui.NavigationLink;

/** The views that stand in the side bar of every page. */
@Service
public class PinnedViews {
    private final SavedViews views;
    private final ObjectTypes types;
    private final Counts counts;

    PinnedViews(SavedViews views, ObjectTypes types, Counts counts) {
        this.views = views;
        this.types = types;
        this.counts = counts;
    }

    /** The pinned views of this object that the current actor sees; none while the database is away. */
    public List<NavigationLink> of(String object) {
        var here = Face.current().path();
        try {
            var type = types.of(object);
            return pinned(type).stream()
                    .map(v -> link(type, v, counts.known(type, v.criterion()), here))
                    .toList();
        } catch (DataAccessException | TransactionException away) {
            return List.of();
        }
    }

    /** The same for one of many objects: those without a pinned view are not asked for one by one. */
    public List<NavigationLink> ofOne(String object) {
        return views.pinning().contains(object) ? of(object) : List.of();
    }

    /** The same with how many records each of them holds, counted where that is not known. */
    List<NavigationLink> counted(ObjectType type, String here) {
        return pinned(type).stream()
                .map(v -> link(type, v, count(type, v), here))
                .toList();
    }

    private String count(ObjectType type, SavedView view) {
        try {
            return ListWords.count(counts.of(type, view.criterion()));
        } catch (Refused slow) {
            return "";
        }
    }

    private static NavigationLink link(ObjectType type, SavedView view, String count, String here) {
        var href = ListAddress.view(type.plural(), view.key()).href();
        return new NavigationLink(view.name(), href, count, href.equals(here));
    }

    private List<SavedView> pinned(ObjectType type) {
        return views.of(type).stream().filter(SavedView::pinned).toList();
    }
}

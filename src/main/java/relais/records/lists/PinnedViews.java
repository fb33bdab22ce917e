package relais.records.lists;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.changes.RecordsWritten;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.ViewDescription;
import relais.ui.Face;
import relais.ui.NavigationLink;

/** The views that stand in the side bar; every page shows them, so they are kept for half a minute. */
@Service
public class PinnedViews {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private final SavedViews views;
    private final ObjectTypes types;
    private final Counts counts;
    private final Cache<Key, List<SavedView>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    PinnedViews(SavedViews views, ObjectTypes types, Counts counts) {
        this.views = views;
        this.types = types;
        this.counts = counts;
    }

    private record Key(UUID workspace, UUID actor, String object) {}

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
        var key = new Key(Tenancy.id(), Actor.current().id(), type.name());
        return known.get(
                key, k -> views.of(type).stream().filter(SavedView::pinned).toList());
    }

    @TransactionalEventListener
    void written(RecordsWritten written) {
        if (written.type().name().equals(ViewDescription.NAME)) {
            var workspace = Tenancy.id();
            known.asMap().keySet().removeIf(k -> k.workspace().equals(workspace));
        }
    }
}

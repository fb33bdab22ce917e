package relais.records.lists;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import relais.identity.Actor;
import relais.identity.Reach;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.RecordsWritten;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.types.ObjectType;

/** Counts of lists, kept for half a minute or until this Relais writes a record of the object. */
@Service
public class Counts {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private final ListQueries queries;
    private final Cache<Key, Count> counted =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    Counts(ListQueries queries) {
        this.queries = queries;
    }

    /** The actor belongs to it: "mine" is something else for everybody. */
    private record Key(UUID workspace, UUID actor, Reach reach, String object, String criterion) {}

    /** How many records match, exactly up to ten thousand, as of the last half minute. */
    public Count of(ObjectType type, Criterion criterion) {
        return counted.get(key(type, criterion), k -> queries.count(type, criterion));
    }

    /** The same in words when it was counted already, else nothing. */
    String known(ObjectType type, Criterion criterion) {
        var count = counted.getIfPresent(key(type, criterion));
        return count == null ? "" : ListWords.count(count);
    }

    private static Key key(ObjectType type, Criterion criterion) {
        var actor = Actor.current();
        return new Key(Tenancy.id(), actor.id(), actor.reach(), type.name(), CriteriaJson.text(criterion));
    }

    @TransactionalEventListener
    void written(RecordsWritten written) {
        var workspace = Tenancy.id();
        var object = written.type().name();
        counted.asMap()
                .keySet()
                .removeIf(k -> k.workspace().equals(workspace) && k.object().equals(object));
    }
}

package relais.records.types;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.identity.Actor;

/** Why the current actor sees a record, if so: by the same rules as {@link Visibility}, told one by one. */
@Service
public class Reasons {
    private final ObjectTypes types;
    private final Visibility visibility;

    Reasons(ObjectTypes types, Visibility visibility) {
        this.types = types;
        this.visibility = visibility;
    }

    /** A way in which a record is seen; its lower-case name follows {@code rights.way.} in the message keys. */
    public enum Way {
        EVERYTHING,
        SITE,
        OWNER,
        LED,
        SHARED,
        CONDITIONS,
        SHARE
    }

    /** Every way in which the actor sees this record; none when it is out of reach. */
    public List<Way> of(ObjectType type, Snapshot record) {
        var reach = Actor.current().reach();
        if (!(types.description(type).rows() instanceof RowRights.Belonging own) || reach.everything()) {
            return List.of(Way.EVERYTHING);
        }
        boolean ruled = !reach.where(type.name()).isEmpty();
        var ways = new ArrayList<Way>();
        if (reach.everything(type.name())) {
            ways.add(ruled ? Way.CONDITIONS : Way.EVERYTHING);
        } else {
            ways.addAll(belonging(own, record));
        }
        if (ruled && !visibility.seenWithoutShare(type, own, record)) {
            ways.clear();
        }
        if (reach.shares().containsKey(record.id())) {
            ways.add(Way.SHARE);
        }
        return ways;
    }

    private static List<Way> belonging(RowRights.Belonging own, Snapshot record) {
        var reach = Actor.current().reach();
        var site = id(record, own.site());
        var owner = id(record, own.owner());
        var ways = new ArrayList<Way>();
        if (site != null && reach.sites().contains(site)) {
            ways.add(Way.SITE);
        }
        if (reach.person().equals(owner)) {
            ways.add(Way.OWNER);
        }
        if (owner != null && reach.led().contains(owner)) {
            ways.add(Way.LED);
        }
        if (record.value(own.shared()).asBoolean(false)) {
            ways.add(Way.SHARED);
        }
        return ways;
    }

    private static @Nullable UUID id(Snapshot record, String field) {
        var value = record.text(field);
        return value.isEmpty() ? null : UUID.fromString(value);
    }
}

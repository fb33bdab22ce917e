package relais.records.formulas;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.records.types.ObjectType;

/** The computation of each object, kept as long as its description stays the same. */
@Component
public class Computations {
    private static final int MOST = 2_000;

    private final Clock clock;
    private final Map<Place, Computation> kept = new ConcurrentHashMap<>();

    private record Place(UUID workspace, String object) {}

    Computations(Clock clock) {
        this.clock = clock;
    }

    /** What is computed and asked of records of this object. */
    public Computation of(ObjectType type) {
        var place = new Place(Tenancy.CURRENT.isBound() ? Tenancy.id() : new UUID(0, 0), type.name());
        var known = kept.get(place);
        if (known != null && known.type() == type) {
            return known;
        }
        if (kept.size() > MOST) {
            kept.clear();
        }
        var made = new Computation(type);
        kept.put(place, made);
        return made;
    }

    /** What day it is for whoever writes. */
    public Day day() {
        var zone = Actor.CURRENT.isBound() ? Actor.current().zone() : ZoneOffset.UTC;
        return new Day(LocalDate.ofInstant(clock.instant(), zone), zone);
    }
}

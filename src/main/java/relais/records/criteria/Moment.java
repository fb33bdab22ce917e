package relais.records.criteria;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Actor;

/** Tells what relative words of criteria mean now: today, me, my sites. */
@Component
class Moment {
    private final Clock clock;

    Moment(Clock clock) {
        this.clock = clock;
    }

    /** The meaning of relative words for the current actor. */
    record Now(LocalDate today, ZoneId zone, UUID me, List<UUID> mySites) {}

    Now now() {
        var actor = Actor.current();
        return new Now(LocalDate.ofInstant(clock.instant(), actor.zone()), actor.zone(), actor.id(), actor.sites());
    }
}

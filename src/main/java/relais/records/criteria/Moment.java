package relais.records.criteria;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.identity.Teams;

/** Tells what relative words of criteria mean now: today, me, my team, my sites. */
@Component
class Moment {
    private final Clock clock;
    private final Teams teams;

    Moment(Clock clock, Teams teams) {
        this.clock = clock;
        this.teams = teams;
    }

    /** The meaning of relative words for the current actor. */
    record Now(LocalDate today, ZoneId zone, UUID me, List<UUID> mySites, Supplier<List<UUID>> myTeam) {}

    Now now() {
        var actor = Actor.current();
        return new Now(
                LocalDate.ofInstant(clock.instant(), actor.zone()),
                actor.zone(),
                actor.id(),
                actor.sites(),
                () -> teams.mates(actor.id()));
    }
}

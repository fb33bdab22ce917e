package relais.identity.door;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.identity.RightsChanged;

/** Sessions forget at once what their people could do when rights change. */
@Component
class RightsKept {
    private final Sessions sessions;

    RightsKept(Sessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void changed(RightsChanged changed) {
        sessions.changed();
    }
}

package relais.setup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.ui.Notice;
import relais.ui.Words;

/** Says on every page that this is a demonstration, and offers administrators to remove it. */
@Component
class DemoNotice implements Notice {
    static final String REMOVAL = "/demonstration/removal";

    private final Demonstration demonstration;
    private final Cache<UUID, Boolean> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1000)
            .build();

    DemoNotice(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @Override
    public Optional<Shown> shown() {
        if (!Actor.CURRENT.isBound() || !known.get(Actor.current().workspace(), demonstration::is)) {
            return Optional.empty();
        }
        boolean may = Actor.current().may("workspace", Action.CONFIGURE);
        return Optional.of(new Shown(
                "flask-conical",
                Words.t("demonstration.claim"),
                Words.t("demonstration.text"),
                may ? REMOVAL : null,
                Words.t("demonstration.remove")));
    }
}

package relais.timeline;

import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.customers.CustomerPanel;
import relais.ui.Words;

/** The pinned notes beside the card. */
@Component
class PinnedPanel implements CustomerPanel {
    @Override
    public String id() {
        return "pinned";
    }

    @Override
    public String title() {
        return Words.t("pinned.title");
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String url(UUID customer) {
        return "/customers/" + customer + "/thread/pinned";
    }
}

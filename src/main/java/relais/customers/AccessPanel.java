package relais.customers;

import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.ui.Words;

/** Beside the card: with whom the customer is shared. */
@Component
class AccessPanel implements CustomerPanel {
    @Override
    public String id() {
        return "access";
    }

    @Override
    public String title() {
        return Words.t("rights.access");
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String url(UUID customer) {
        return "/records/customer/" + customer + "/access";
    }
}

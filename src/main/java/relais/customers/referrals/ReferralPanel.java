package relais.customers.referrals;

import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.customers.CustomerPanel;
import relais.ui.Words;

/** Beside the card: who recommended this customer, and whom this customer recommended. */
@Component
class ReferralPanel implements CustomerPanel {
    @Override
    public String id() {
        return "referrals";
    }

    @Override
    public String title() {
        return Words.t("referrals.title");
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String url(UUID customer) {
        return "/customers/" + customer + "/referrals";
    }
}

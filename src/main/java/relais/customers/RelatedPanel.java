package relais.customers;

import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.records.cards.Related;
import relais.ui.Words;

/** Beside the card: records of the workspace's own objects that lead to the customer. */
@Component
class RelatedPanel implements CustomerPanel {
    private final Related related;

    RelatedPanel(Related related) {
        this.related = related;
    }

    @Override
    public String id() {
        return "related";
    }

    @Override
    public String title() {
        return Words.t("card.related");
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean visible() {
        return related.any(CustomerDescription.NAME);
    }

    @Override
    public String url(UUID customer) {
        return "/records/" + CustomerDescription.NAME + "/" + customer + "/related";
    }
}

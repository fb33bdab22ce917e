package relais.records.lists.bulk;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import relais.platform.web.Refused;
import relais.records.lists.BulkAction;
import relais.records.lists.ListState;

/** Leads to what other modules do with chosen rows. */
@Component
class BulkActions {
    private static final String PREFIX = "action:";

    private final List<BulkAction> actions;

    BulkActions(ObjectProvider<BulkAction> actions) {
        this.actions = actions.stream().toList();
    }

    /** Whether a form means one of them. */
    static boolean meant(String change) {
        return change.startsWith(PREFIX);
    }

    /** Where it goes on with the chosen records. */
    String path(ListState state, String change, Chosen chosen) {
        var action = actions.stream()
                .filter(a -> change.equals(PREFIX + a.code()) && a.offered(state.type()))
                .findFirst()
                .orElseThrow(() -> new Refused("bulk.unknown", change));
        if (!(chosen instanceof Chosen.These these)
                || these.size() < action.least()
                || these.size() > action.most()) {
            throw new Refused("bulk.count", action.least(), action.most());
        }
        return action.path(state.type(), these.ids(), state.address().href());
    }
}

package relais.customers;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.lists.PinnedViews;
import relais.ui.NavigationEntry;
import relais.ui.NavigationLink;

/** The customers in the side bar. */
@Component
class CustomersNavigation implements NavigationEntry {
    private final PinnedViews views;

    CustomersNavigation(PinnedViews views) {
        this.views = views;
    }

    @Override
    public String id() {
        return "customers";
    }

    @Override
    public String labelKey() {
        return "customers.title";
    }

    @Override
    public String icon() {
        return "building-2";
    }

    @Override
    public String href() {
        return "/customers";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean visible() {
        return Actor.CURRENT.isBound() && Actor.current().may(CustomerDescription.NAME, Action.READ);
    }

    @Override
    public String key() {
        return "c";
    }

    @Override
    public List<NavigationLink> pinned() {
        return views.of(CustomerDescription.NAME);
    }
}

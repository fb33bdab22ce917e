package relais.customers;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.ui.Words;
import relais.ui.palette.PaletteItem;
import relais.ui.palette.PaletteQuery;
import relais.ui.palette.PaletteSource;
import relais.ui.palette.PaletteTarget;

/** What one does with customers, in the palette. */
@Component
class CustomerActions implements PaletteSource {
    @Override
    public List<PaletteItem> items(PaletteQuery query) {
        if (!Actor.CURRENT.isBound() || !Actor.current().may(CustomerDescription.NAME, Action.CREATE)) {
            return List.of();
        }
        return List.of(PaletteItem.act(
                        Words.t("customer.new"),
                        Words.t("customer.new.words"),
                        "plus",
                        new PaletteTarget.Go("/customers/new"))
                .with("N"));
    }
}

package relais.records.imports;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.ui.Words;
import relais.ui.palette.PaletteItem;
import relais.ui.palette.PaletteQuery;
import relais.ui.palette.PaletteSource;
import relais.ui.palette.PaletteTarget;

/** The start of an import, in the palette. */
@Component
class ImportAction implements PaletteSource {
    private final ImportNavigation navigation;

    ImportAction(ImportNavigation navigation) {
        this.navigation = navigation;
    }

    @Override
    public List<PaletteItem> items(PaletteQuery query) {
        return navigation.visible()
                ? List.of(PaletteItem.act(
                        Words.t("imports.new"),
                        Words.t("imports.new.words"),
                        navigation.icon(),
                        new PaletteTarget.Go("/imports/new")))
                : List.of();
    }

    @Override
    public int order() {
        return 10;
    }
}

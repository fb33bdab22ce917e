package relais.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.ui.Words;
import relais.ui.palette.PaletteItem;
import relais.ui.palette.PaletteQuery;
import relais.ui.palette.PaletteSource;

/** The tabs of the settings in the palette. */
@Component
class SettingsSource implements PaletteSource {
    private final SettingsTabs tabs;

    SettingsSource(SettingsTabs tabs) {
        this.tabs = tabs;
    }

    @Override
    public List<PaletteItem> items(PaletteQuery query) {
        return Actor.CURRENT.isBound()
                ? tabs.visible().stream()
                        .map(t -> PaletteItem.place(
                                Words.t(t.labelKey()), Words.t("settings.title"), "settings-2", t.href()))
                        .toList()
                : List.of();
    }

    @Override
    public int order() {
        return 200;
    }
}

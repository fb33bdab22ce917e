package relais.identity;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import relais.ui.Tab;
import relais.ui.Words;

/** The tabs of the settings that the current actor sees. */
@Component
public class SettingsTabs {
    private final List<SettingsTab> tabs;

    SettingsTabs(List<SettingsTab> tabs) {
        this.tabs = tabs.stream()
                .sorted(Comparator.comparingInt(SettingsTab::order))
                .toList();
    }

    /** The tabs for the template {@code identity/settings}, with the one of this id marked. */
    public List<Tab> shown(String current) {
        return visible().stream()
                .map(tab ->
                        new Tab(Words.t(tab.labelKey()), tab.href(), tab.id().equals(current)))
                .toList();
    }

    List<SettingsTab> visible() {
        return tabs.stream().filter(SettingsTab::visible).toList();
    }
}

package relais.identity;

import org.springframework.stereotype.Component;
import relais.ui.NavigationEntry;

/** The settings in the side bar, for those who see any of their tabs. */
@Component
class SettingsNavigation implements NavigationEntry {
    private final SettingsTabs tabs;

    SettingsNavigation(SettingsTabs tabs) {
        this.tabs = tabs;
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String labelKey() {
        return "settings.title";
    }

    @Override
    public String icon() {
        return "settings-2";
    }

    @Override
    public String href() {
        return "/settings";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public boolean visible() {
        return Actor.CURRENT.isBound() && !tabs.visible().isEmpty();
    }

    @Override
    public String key() {
        return "s";
    }
}

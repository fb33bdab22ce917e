package relais.customers.privacy;

import org.springframework.stereotype.Component;
import relais.identity.SettingsTab;

/** The tab of personal data in the settings. */
@Component
class PrivacyTab implements SettingsTab {
    static final String ID = "privacy";
    static final String PATH = "/settings/privacy";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String labelKey() {
        return "privacy.title";
    }

    @Override
    public String href() {
        return PATH;
    }

    @Override
    public int order() {
        return 820;
    }

    @Override
    public boolean visible() {
        return Privacy.may();
    }
}

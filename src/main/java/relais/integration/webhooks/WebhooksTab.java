package relais.integration.webhooks;

import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.SettingsTab;

/** The tab "Webhooks" of the settings. */
@Component
class WebhooksTab implements SettingsTab {
    static final String ID = "webhooks";
    static final String PATH = "/settings/webhooks";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String labelKey() {
        return "webhooks.title";
    }

    @Override
    public String href() {
        return PATH;
    }

    @Override
    public int order() {
        return 810;
    }

    @Override
    public boolean visible() {
        return Actor.current().may(WebhookDescription.NAME, Action.CONFIGURE);
    }
}

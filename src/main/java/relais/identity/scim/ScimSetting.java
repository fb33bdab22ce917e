package relais.identity.scim;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.access.SignInSetting;
import relais.ui.Words;

/** SCIM among the settings of sign-in: its address, and where its tokens are made. */
@Component
class ScimSetting implements SignInSetting {
    private final ScimLocations locations;

    ScimSetting(ScimLocations locations) {
        this.locations = locations;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Line> lines() {
        var address = locations.of("", "").replaceAll("/+$", "");
        return List.of(
                new Line("users", Words.t("scim.title"), Words.t("scim.how", address), false, "/settings/tokens"));
    }
}

package relais.identity.factors;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.account.WayIn;
import relais.ui.Formats;
import relais.ui.Words;

/** The application of codes among the ways in that the account page lists. */
@Component
class AppWayIn implements WayIn {
    private final AuthenticatorApps apps;
    private final RecoveryCodes codes;

    AppWayIn(AuthenticatorApps apps, RecoveryCodes codes) {
        this.apps = apps;
        this.codes = codes;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Line> lines(UUID account) {
        var since = apps.since(account);
        var state = since.map(at -> Words.t("factor.state.on", Formats.date(at), codes.left(account)))
                .orElseGet(() -> Words.t("factor.state.off"));
        return List.of(new Line(
                "tablet-smartphone",
                Words.t("factor.app"),
                state,
                since.isPresent(),
                "/account/second-factor",
                Words.t(since.isPresent() ? "account.ways.manage" : "factor.app.begin")));
    }
}

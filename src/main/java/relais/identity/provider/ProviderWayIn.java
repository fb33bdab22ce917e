package relais.identity.provider;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.account.WayIn;
import relais.platform.tenancy.Tenancy;
import relais.ui.Words;

/** The company's provider among the ways in that the account page lists. */
@Component
class ProviderWayIn implements WayIn {
    private final Providers providers;

    ProviderWayIn(Providers providers) {
        this.providers = providers;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Line> lines(UUID account) {
        return providers.of(Tenancy.id()).stream()
                .map(provider -> line(provider, providers.linked(account).contains(provider.workspace())))
                .toList();
    }

    private static Line line(Provider provider, boolean linked) {
        return new Line(
                "building",
                provider.name(),
                Words.t(linked ? "provider.state.on" : "provider.state.off"),
                linked,
                "/account/provider",
                Words.t(linked ? "account.ways.manage" : "provider.link"));
    }
}

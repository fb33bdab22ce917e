package relais.identity.provider;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.access.SignInSetting;
import relais.identity.door.SignInRules;
import relais.platform.tenancy.Tenancy;
import relais.ui.Words;

/** The company's provider among the settings of sign-in. */
@Component
class ProviderSetting implements SignInSetting {
    private final Providers providers;
    private final SignInRules rules;

    ProviderSetting(Providers providers, SignInRules rules) {
        this.providers = providers;
        this.rules = rules;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Line> lines() {
        var provider = providers.of(Tenancy.id());
        boolean only = rules.of(Tenancy.id()).providerOnly();
        var state = provider.map(
                        one -> Words.t(only ? "provider.set.only" : "provider.set.on", one.name(), one.issuer()))
                .orElseGet(() -> Words.t("provider.set.off"));
        return List.of(new Line(
                "building", Words.t("provider.title"), state, provider.isPresent(), "/settings/sign-in/provider"));
    }
}

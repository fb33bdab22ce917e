package relais.identity.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Audit;
import relais.identity.Roles;
import relais.identity.door.Sessions;
import relais.identity.door.SignInRules;
import relais.platform.tenancy.Tenancy;

/** What administrators decide about their provider; it is asked before anything is kept. */
@Service
class ProviderSettings {
    private final Providers providers;
    private final Discovery discovery;
    private final SignInRules rules;
    private final Roles roles;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ProviderSettings(
            Providers providers,
            Discovery discovery,
            SignInRules rules,
            Roles roles,
            Sessions sessions,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.providers = providers;
        this.discovery = discovery;
        this.rules = rules;
        this.roles = roles;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    static void require() {
        Actor.current().require("workspace", Action.CONFIGURE);
    }

    Optional<Provider> current() {
        require();
        return providers.of(Tenancy.id());
    }

    boolean only() {
        return rules.of(Tenancy.id()).providerOnly();
    }

    /** Keeps what was typed, unless something in it is wrong or the provider does not answer. */
    Map<String, String> save(ProviderForm form) {
        var former = current();
        boolean sameIssuer = former.filter(one -> one.issuer().equals(form.typed(form.issuer())))
                .isPresent();
        // A secret that one issuer was given is never shown to another.
        var problems = new LinkedHashMap<>(form.problems(sameIssuer, roles));
        if (!problems.containsKey("issuer")) {
            try {
                discovery.fresh(form.typed(form.issuer()));
            } catch (Unsaid unsaid) {
                problems.put("issuer", "provider.failed." + unsaid.code());
            }
        }
        if (problems.isEmpty()) {
            transaction.executeWithoutResult(status -> keep(form, former.filter(one -> sameIssuer)));
        }
        return problems;
    }

    private void keep(ProviderForm form, Optional<Provider> former) {
        var workspace = Tenancy.id();
        var provider = form.provider(workspace, former);
        providers.set(provider);
        rules.set(workspace, new SignInRules.Rule(rules.of(workspace).secondFactor(), form.alone()));
        if (form.alone()) {
            sessions.endUnvouched(workspace);
        }
        audit.add(
                Audit.Kind.PROVIDER_CHANGED,
                provider.name(),
                provider.issuer() + (form.alone() ? " only" : "") + " "
                        + provider.newRole().orElse(""));
    }

    /** Takes the provider away; everybody enters by what they have themselves. */
    void remove() {
        var provider = current();
        transaction.executeWithoutResult(status -> provider.ifPresent(one -> {
            providers.remove(one.workspace());
            rules.set(
                    one.workspace(),
                    new SignInRules.Rule(rules.of(one.workspace()).secondFactor(), false));
            sessions.endVouched(one.workspace());
            audit.add(Audit.Kind.PROVIDER_REMOVED, one.name(), one.issuer());
        }));
    }
}

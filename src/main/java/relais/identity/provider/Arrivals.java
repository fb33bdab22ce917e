package relais.identity.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Audit;
import relais.identity.Directory;
import relais.identity.Memberships;
import relais.identity.Roles;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.text.Emails;
import relais.platform.text.Visible;

/**
 * Decides whom a provider means.
 *
 * <p>A workspace's provider speaks for that workspace alone: it never opens an account that belongs to another one too,
 * unless its owner linked the two.
 */
@Service
class Arrivals {
    private static final int LONGEST_NAME = 120;

    private final Providers providers;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Workspaces workspaces;
    private final Roles roles;
    private final Directory directory;
    private final Audit audit;

    Arrivals(
            Providers providers,
            Accounts accounts,
            Memberships memberships,
            Workspaces workspaces,
            Roles roles,
            Directory directory,
            Audit audit) {
        this.providers = providers;
        this.accounts = accounts;
        this.memberships = memberships;
        this.workspaces = workspaces;
        this.roles = roles;
        this.directory = directory;
        this.audit = audit;
    }

    /** Somebody who may enter, and where. */
    record Arrived(Account account, Workspace workspace) {}

    /** Whom the provider means; with the reason when nobody who may enter. */
    @Transactional(rollbackFor = Unsaid.class)
    public Arrived of(Provider provider, JWTClaimsSet said) throws Unsaid {
        var known = providers.account(provider, said.getSubject()).flatMap(accounts::find);
        var account = known.isPresent() ? known.get() : byMail(provider, said);
        if (account.disabled()) {
            throw new Unsaid("barred");
        }
        var place = memberships.find(provider.workspace(), account.id()).orElseThrow(() -> new Unsaid("barred"));
        if (place.disabled()) {
            throw new Unsaid("barred");
        }
        if (!place.accepted()) {
            join(provider, account);
        }
        return new Arrived(account, workspaces.find(provider.workspace()).orElseThrow());
    }

    /** The owner of an account says that the provider means them. */
    @Transactional(rollbackFor = Unsaid.class)
    public void link(Provider provider, JWTClaimsSet said, Account account) throws Unsaid {
        if (!providers.link(provider, said.getSubject(), account.id())) {
            throw new Unsaid("taken");
        }
        audit.addFor(Audit.Kind.PROVIDER_LINKED, account.id(), account.name(), account.email());
    }

    private Account byMail(Provider provider, JWTClaimsSet said) throws Unsaid {
        var email = email(provider, said);
        var found = accounts.byEmail(email);
        if (found.isPresent()
                && memberships.elsewhere(provider.workspace(), found.get().id())) {
            throw new Unsaid("elsewhere");
        }
        var account = found.filter(
                one -> memberships.find(provider.workspace(), one.id()).isPresent());
        return noted(provider, said, account.isPresent() ? account.get() : welcome(provider, said, email));
    }

    private Account noted(Provider provider, JWTClaimsSet said, Account account) {
        providers.link(provider, said.getSubject(), account.id());
        audit(Audit.Kind.PROVIDER_LINKED, account);
        return account;
    }

    private Account welcome(Provider provider, JWTClaimsSet said, String email) throws Unsaid {
        var role = provider.newRole().filter(code -> roles.known(code).isPresent());
        if (role.isEmpty()) {
            throw new Unsaid("unknown");
        }
        var workspace = workspaces.find(provider.workspace()).orElseThrow();
        var account = accounts.add(email, name(said, email), workspace.locale(), workspace.zone());
        memberships.add(workspace.id(), account.id(), role.get(), account.name(), true);
        audit(Audit.Kind.USER_JOINED, account);
        directory.changed();
        return account;
    }

    private void join(Provider provider, Account account) {
        memberships.accept(provider.workspace(), account.id());
        audit(Audit.Kind.USER_JOINED, account);
        directory.changed();
    }

    private void audit(Audit.Kind kind, Account account) {
        audit.addFor(kind, account.id(), account.name(), account.email());
    }

    private static String email(Provider provider, JWTClaimsSet said) throws Unsaid {
        var email = Emails.parse(text(said, "email")).orElseThrow(() -> new Unsaid("mail"));
        if (!provider.speaksFor(email)) {
            throw new Unsaid("domain");
        }
        if (!verified(provider, said)) {
            throw new Unsaid("unverified");
        }
        return email;
    }

    /** Some say it as a text; what is denied is never trusted. */
    private static boolean verified(Provider provider, JWTClaimsSet said) {
        var told = said.getClaim("email_verified");
        return told == null ? provider.mailTrusted() : told.toString().equals("true");
    }

    private static String name(JWTClaimsSet said, String email) {
        var name = text(said, "name").strip();
        return Visible.nothing(name) || name.length() > LONGEST_NAME ? email.replaceAll("@.*", "") : name;
    }

    private static String text(JWTClaimsSet said, String claim) {
        try {
            return Optional.ofNullable(said.getStringClaim(claim)).orElse("");
        } catch (ParseException e) {
            return "";
        }
    }
}
